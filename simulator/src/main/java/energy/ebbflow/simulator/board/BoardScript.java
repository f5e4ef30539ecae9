package energy.ebbflow.simulator.board;

import energy.ebbflow.simulator.physics.ContactorFault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * When which {@link BoardEvent} happens. The text form, used by the driver option {@code script},
 * is a list of {@code SECONDS EVENT [VALUE]} separated by semicolons, for example {@code 12.5
 * contactor-welded; 20 emergency-stop on}.
 *
 * @param steps in the order of their time
 */
public record BoardScript(List<Step> steps) {
  /** Longest text that is read. */
  public static final int CHARACTERS_MAX = 8192;

  /** Most steps of a script. */
  public static final int STEPS_MAX = 256;

  /** Nothing happens. */
  public static final BoardScript EMPTY = new BoardScript(List.of());

  private static final String EVENTS =
      "contactor-welded, contactor-stuck-open, contactor-feedback-dead, contactor-mended,"
          + " isolation KILOOHMS, emergency-stop on|off, grid on|off, rcd on|off, lock-jam on|off,"
          + " converter-trip on|off, meter-silent on|off, pilot-short on|off, ambient CELSIUS,"
          + " overheat CELSIUS, card UID, earth on|off, supply on|off, grid-volts VOLTS,"
          + " phase-lost 0|1|2|3, meter-lies WATTS, frequency HERTZ (0: no longer told), site-load"
          + " WATTS (of the site without this outlet), grid-limit WATTS (negative: none)";

  /**
   * One step.
   *
   * @param seconds virtual seconds since the board was opened
   */
  public record Step(double seconds, BoardEvent event) {}

  public BoardScript {
    steps = steps.stream().sorted(Comparator.comparingDouble(Step::seconds)).toList();
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException with one line that says what was expected and what came
   */
  public static BoardScript parse(String text) {
    if (text.length() > CHARACTERS_MAX) {
      throw new IllegalArgumentException(
          "script expects at most " + CHARACTERS_MAX + " characters, got " + text.length());
    }
    List<Step> steps = new ArrayList<>();
    for (String part : text.split(";", STEPS_MAX + 1)) {
      if (!part.isBlank()) {
        steps.add(step(part.strip()));
      }
    }
    if (steps.size() > STEPS_MAX) {
      throw new IllegalArgumentException("script expects at most " + STEPS_MAX + " steps");
    }
    return new BoardScript(steps);
  }

  private static Step step(String text) {
    String[] words = text.split("\\s+", 4);
    if (words.length < 2 || words.length > 3) {
      throw new IllegalArgumentException(
          "script step expects 'SECONDS EVENT [VALUE]', got '" + text + "'");
    }
    double seconds = number("seconds", words[0], 0, 1e7);
    String value = words.length == 3 ? words[2] : "";
    return new Step(seconds, event(words[1].toLowerCase(Locale.ROOT), value));
  }

  /**
   * One event of the text form.
   *
   * @param name for example {@code emergency-stop}
   * @param value for example {@code on}; empty where the event has none
   * @throws IllegalArgumentException with one line that says what was expected and what came
   */
  public static BoardEvent event(String name, String value) {
    return switch (name) {
      case "contactor-welded" -> contactors(ContactorFault.WELDED, value);
      case "contactor-stuck-open" -> contactors(ContactorFault.STUCK_OPEN, value);
      case "contactor-feedback-dead" -> contactors(ContactorFault.FEEDBACK_DEAD, value);
      case "contactor-mended" -> contactors(ContactorFault.NONE, value);
      case "isolation" -> new BoardEvent.Isolation(number(name, value, 0, 1e5));
      case "emergency-stop" -> new BoardEvent.EmergencyStop(on(name, value));
      case "grid" -> new BoardEvent.Grid(on(name, value));
      case "rcd" -> new BoardEvent.ResidualCurrent(on(name, value));
      case "lock-jam" -> new BoardEvent.LockJam(on(name, value));
      case "converter-trip" -> new BoardEvent.ConverterTrip(on(name, value));
      case "meter-silent" -> new BoardEvent.MeterSilent(on(name, value));
      case "pilot-short" -> new BoardEvent.PilotShort(on(name, value));
      case "ambient" -> new BoardEvent.Ambient(number(name, value, -50, 150));
      case "overheat" -> new BoardEvent.Overheat(number(name, value, -50, 250));
      case "earth" -> new BoardEvent.Earth(on(name, value));
      case "supply" -> new BoardEvent.Supply(on(name, value));
      case "grid-volts" -> new BoardEvent.GridVolts(number(name, value, 0, 500));
      case "phase-lost" -> new BoardEvent.PhaseLost((int) number(name, value, 0, 3));
      case "meter-lies" -> new BoardEvent.MeterLies(number(name, value, -1e5, 1e5));
      case "frequency" -> new BoardEvent.Frequency(number(name, value, 0, 100));
      case "site-load" -> new BoardEvent.SiteLoad(number(name, value, -1e7, 1e7));
      case "grid-limit" -> new BoardEvent.GridLimit(number(name, value, -1, 1e6));
      case "card" -> card(value);
      default ->
          throw new IllegalArgumentException(
              "script event expects one of " + EVENTS + "; got '" + name + "'");
    };
  }

  private static BoardEvent contactors(ContactorFault fault, String value) {
    if (!value.isEmpty()) {
      throw new IllegalArgumentException("a contactor event expects no value, got '" + value + "'");
    }
    return new BoardEvent.Contactors(fault);
  }

  private static BoardEvent card(String uid) {
    if (!uid.matches("([0-9A-F]{2}){4,10}")) {
      throw new IllegalArgumentException("card expects 4 to 10 bytes in upper-case hex");
    }
    return new BoardEvent.Card(uid);
  }

  private static boolean on(String name, String value) {
    return switch (value) {
      case "on" -> true;
      case "off" -> false;
      default ->
          throw new IllegalArgumentException(name + " expects on or off, got '" + value + "'");
    };
  }

  private static double number(String name, String text, double min, double max) {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException _) {
      value = Double.NaN;
    }
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(
          name + " expects a number from " + min + " to " + max + ", got '" + text + "'");
    }
    return value;
  }
}
