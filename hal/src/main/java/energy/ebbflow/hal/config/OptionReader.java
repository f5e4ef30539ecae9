package energy.ebbflow.hal.config;

import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.OptionProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads the options of a driver for one outlet and collects what is wrong with them, so that all
 * problems can be shown at once. A station with several outlets has an option for all of them,
 * {@code baud}, or one for each, {@code baud_1}, {@code baud_2}, …; the latter wins.
 *
 * <p>After a problem an accessor answers with a stand-in: nothing that was read may be used unless
 * {@link #problems} is empty. Ranges include both ends.
 */
public final class OptionReader {
  private final BoardConfig board;
  private final EvseConfig evse;
  private final Set<String> known = new TreeSet<>();
  private final List<OptionProblem> problems = new ArrayList<>();

  /** Options that nobody has asked for yet. */
  public OptionReader(BoardConfig board, EvseConfig evse) {
    this.board = board;
    this.evse = evse;
  }

  /** Whether the file has the option, for all outlets or for this one. */
  public boolean has(String key) {
    return raw(key).isPresent();
  }

  private Optional<String> raw(String key) {
    known.add(key);
    return board.driverOption(key, evse.id());
  }

  /** A text that may be absent. */
  public Optional<String> optional(String key) {
    return raw(key);
  }

  /**
   * A text of a given form that may be absent.
   *
   * @param form the form in words
   */
  public Optional<String> optional(String key, Pattern pattern, String form) {
    Optional<String> value = raw(key);
    if (value.isPresent() && !pattern.matcher(value.get()).matches()) {
      problem(key, form, quoted(value.get()));
      return Optional.empty();
    }
    return value;
  }

  /** A text that must be there. */
  public String required(String key, Pattern pattern, String form, String standIn) {
    if (raw(key).isEmpty()) {
      problem(key, form, "none");
    }
    return optional(key, pattern, form).orElse(standIn);
  }

  /** One of the words of an enum, in lower case with hyphens. */
  public <E extends Enum<E>> E choice(String key, Class<E> type, E fallback) {
    Optional<String> value = raw(key);
    if (value.isEmpty()) {
      return fallback;
    }
    List<E> all = Arrays.asList(type.getEnumConstants());
    for (E constant : all) {
      if (spell(constant).equals(value.get())) {
        return constant;
      }
    }
    String words = String.join(", ", all.stream().map(OptionReader::spell).toList());
    problem(key, "one of " + words, quoted(value.get()));
    return fallback;
  }

  private static String spell(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether something is so. */
  public boolean flag(String key, boolean fallback) {
    Optional<String> value = raw(key);
    if (value.isEmpty()) {
      return fallback;
    }
    if (!value.get().equals("true") && !value.get().equals("false")) {
      problem(key, "true or false", quoted(value.get()));
    }
    return value.get().equals("true");
  }

  /** A whole number with a default. */
  public int integer(String key, int min, int max, int fallback) {
    return optionalInteger(key, min, max).orElse(fallback);
  }

  /** A whole number that must be there. */
  public int integer(String key, int min, int max) {
    if (raw(key).isEmpty()) {
      problem(key, "a whole number from " + min + " to " + max, "none");
    }
    return optionalInteger(key, min, max).orElse(min);
  }

  /** A whole number that may be absent. */
  public OptionalInt optionalInteger(String key, int min, int max) {
    Optional<String> text = raw(key);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      int value = Integer.decode(text.get());
      if (value >= min && value <= max) {
        return OptionalInt.of(value);
      }
    } catch (NumberFormatException e) {
      // The same words as for a number out of range.
    }
    problem(key, "a whole number from " + min + " to " + max, quoted(text.get()));
    return OptionalInt.empty();
  }

  /** A number with a default. */
  public double number(String key, double min, double max, double fallback) {
    Optional<String> text = raw(key);
    if (text.isEmpty()) {
      return fallback;
    }
    double value;
    try {
      value = Double.parseDouble(text.get());
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    if (value >= min && value <= max) {
      return value;
    }
    problem(key, "a number from " + min + " to " + max, quoted(text.get()));
    return fallback;
  }

  /** Records what the range of a single option does not show. */
  public void problem(String key, String expected, String got) {
    problems.add(new OptionProblem(key, expected, got));
  }

  /** All problems so far, in the order in which they were found. */
  public List<OptionProblem> problems() {
    return List.copyOf(problems);
  }

  /** What was asked for so far. */
  public Set<String> names() {
    return Set.copyOf(known);
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
