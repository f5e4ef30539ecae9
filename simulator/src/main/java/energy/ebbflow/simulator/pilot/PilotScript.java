package energy.ebbflow.simulator.pilot;

import energy.ebbflow.iec61851.PilotOffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A script: what happens on the line and around it, and when.
 *
 * @param subject what is stepped
 * @param digital the outlet offers 5 % duty first
 * @param ventilation the place is ventilated
 * @param sampleMillis how often the line is measured
 * @param endMillis when it ends
 * @param steps in the order of their time
 */
public record PilotScript(
    Subject subject,
    boolean digital,
    boolean ventilation,
    int sampleMillis,
    long endMillis,
    List<Step> steps) {
  /** Longest script, ms of virtual time. */
  public static final long MILLIS_MAX = 3_600_000;

  /** Most lines of a script. */
  public static final int LINES_MAX = 2_000;

  private static final String ACTS =
      "A, B, C, D, E, volts N, no-diode on|off, amps N, emergency-stop on|off, rcd on|off,"
          + " welded on|off, limit N, offer none|5%|F|N, permit on|off, end";

  /** What a script is played against. */
  public enum Subject {
    /** A whole AC outlet of 32 A, its user accepted at once. */
    OUTLET,
    /** Pilot machine, supervisor and permission alone; the script offers and permits. */
    LINE
  }

  /** One act and its time. */
  public record Step(long millis, Act act) {}

  public PilotScript {
    steps = List.copyOf(steps);
  }

  /**
   * Reads a script.
   *
   * @throws IllegalArgumentException with the line, what was expected and what came
   */
  public static PilotScript parse(List<String> lines) {
    if (lines.size() > LINES_MAX) {
      throw new IllegalArgumentException(
          "a script expects at most " + LINES_MAX + " lines, got " + lines.size());
    }
    Reader reader = new Reader();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replaceFirst("#.*", "").strip();
      if (!line.isEmpty()) {
        try {
          reader.take(line.split("\\s+"));
        } catch (IllegalArgumentException wrong) {
          throw new IllegalArgumentException("line " + (i + 1) + ": " + wrong.getMessage(), wrong);
        }
      }
    }
    return reader.done();
  }

  private static final class Reader {
    private final List<Step> steps = new ArrayList<>();
    private Subject subject = Subject.OUTLET;
    private boolean digital;
    private boolean ventilation;
    private int sampleMillis = 1;
    private long last;
    private long end = -1;
    private double high = 12;
    private boolean diode = true;

    void take(String[] words) {
      switch (words[0]) {
        case "subject" -> subject = subject(value(words));
        case "digital" -> digital = on(value(words));
        case "ventilation" -> ventilation = on(value(words));
        case "sample" -> sampleMillis = (int) number(value(words), 1, 100);
        default -> step(words);
      }
    }

    private void step(String[] words) {
      if (end >= 0) {
        throw new IllegalArgumentException("nothing is expected after end");
      }
      long millis = (long) number(words[0], last, MILLIS_MAX);
      last = millis;
      if (words.length < 2) {
        throw new IllegalArgumentException(
            "a step is expected as MILLISECONDS ACT, got '" + words[0] + "'");
      }
      String value = words.length > 2 ? words[2] : "";
      switch (words[1]) {
        case "A" -> line(millis, 12);
        case "B" -> line(millis, 9);
        case "C" -> line(millis, 6);
        case "D" -> line(millis, 3);
        case "E" -> line(millis, 0);
        case "volts" -> line(millis, number(value, -13, 20));
        case "no-diode" -> {
          diode = !on(value);
          line(millis, high);
        }
        case "amps" -> add(millis, new Act.Current(number(value, -80, 200)));
        case "emergency-stop" -> add(millis, new Act.EmergencyStop(on(value)));
        case "rcd" -> add(millis, new Act.Residual(on(value)));
        case "welded" -> add(millis, new Act.Welded(on(value)));
        case "limit" -> add(millis, new Act.Limit(number(value, 0, 80)));
        case "offer" -> add(millis, new Act.Offer(offer(value)));
        case "permit" -> add(millis, new Act.Permit(on(value)));
        case "end" -> end = millis;
        default ->
            throw new IllegalArgumentException(
                "one of " + ACTS + " is expected, got '" + words[1] + "'");
      }
    }

    private void line(long millis, double volts) {
      high = volts;
      add(millis, new Act.Line(volts, diode));
    }

    private void add(long millis, Act act) {
      steps.add(new Step(millis, act));
    }

    private static PilotOffer offer(String word) {
      return switch (word) {
        case "none" -> new PilotOffer.None();
        case "5%" -> new PilotOffer.Digital();
        case "F" -> new PilotOffer.NotAvailable();
        default -> new PilotOffer.Basic(number(word, 6, 80));
      };
    }

    private static Subject subject(String word) {
      return switch (word) {
        case "outlet" -> Subject.OUTLET;
        case "line" -> Subject.LINE;
        default ->
            throw new IllegalArgumentException("outlet or line is expected, got '" + word + "'");
      };
    }

    private static String value(String[] words) {
      if (words.length != 2) {
        throw new IllegalArgumentException("'" + words[0] + "' expects one value");
      }
      return words[1];
    }

    private static boolean on(String word) {
      return switch (word) {
        case "on" -> true;
        case "off" -> false;
        default -> throw new IllegalArgumentException("on or off is expected, got '" + word + "'");
      };
    }

    private static double number(String word, double min, double max) {
      double value;
      try {
        value = Double.parseDouble(word);
      } catch (NumberFormatException notOne) {
        value = Double.NaN;
      }
      if (!(value >= min && value <= max)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "a number from %s to %s is expected, got '%s'", min, max, word));
      }
      return value;
    }

    PilotScript done() {
      if (end < 0) {
        throw new IllegalArgumentException(
            "the script expects 'MILLISECONDS end' as its last line");
      }
      return new PilotScript(subject, digital, ventilation, sampleMillis, end, steps);
    }
  }
}
