package energy.ebbflow.hal.config;

import energy.ebbflow.hal.config.TomlValue.Decimal;
import energy.ebbflow.hal.config.TomlValue.Flag;
import energy.ebbflow.hal.config.TomlValue.Items;
import energy.ebbflow.hal.config.TomlValue.Section;
import energy.ebbflow.hal.config.TomlValue.Sections;
import energy.ebbflow.hal.config.TomlValue.Text;
import energy.ebbflow.hal.config.TomlValue.Whole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One table of a configuration file. It remembers what it was asked for: other keys are errors.
 *
 * <p>Accessors never throw for what stands in the file. They record the problem and answer with a
 * stand-in from the permitted range; {@link ConfigFile#finish} reports. Ranges include both ends. A
 * key whose value has a unit carries it in its name ({@code fuse_amps_max}).
 */
public final class ConfigTable {
  /** Control characters but for tabulators and ends of lines. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r]]");

  private final ConfigFile file;
  private final String path;
  private final Section section;
  private final int line;
  private final Map<String, ConfigTable> children = new LinkedHashMap<>();
  private final Map<String, List<ConfigTable>> arrays = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final Set<String> wrong = new HashSet<>();

  ConfigTable(ConfigFile file, String path, Section section, int line) {
    this.file = file;
    this.path = path;
    this.section = section;
    this.line = line;
  }

  /** The line of this table's header, counted from 1. */
  public int line() {
    return line;
  }

  /** The line of a key's value; the line of the table's header if the key is absent. */
  public int line(String key) {
    TomlValue value = section.entries().get(key);
    return value == null ? line : value.line();
  }

  /** The dotted path of a key as messages show it. */
  public String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** Whether the file has this key. Does not count as asking for it. */
  public boolean has(String key) {
    return section.entries().containsKey(key);
  }

  /**
   * Whether the key is present and no problem of it has been recorded, so that comparing it with
   * others makes sense. To be asked after its accessor.
   */
  public boolean sound(String key) {
    return has(key) && !wrong.contains(key);
  }

  /**
   * Records a problem of a key that its own range does not show, such as a limit above the rating
   * of the part in front of it.
   */
  public void problem(String key, String expected, String got) {
    wrong.add(key);
    file.problems()
        .add(line(key), "key `" + pathOf(key) + "`: expected " + expected + ", got " + got);
  }

  // ---- text

  /** A required string. */
  public String string(String key) {
    return text(key, null, "", ConfigKey.REQUIRED, Optional::of).orElseGet(() -> missing(key, ""));
  }

  /** A string with a default. */
  public String string(String key, String fallback) {
    return text(key, null, "", quoted(fallback), Optional::of).orElse(fallback);
  }

  /** A string that may be absent. */
  public Optional<String> optionalString(String key) {
    return text(key, null, "", ConfigKey.NONE, Optional::of);
  }

  /**
   * A required string of a given form.
   *
   * @param pattern the whole value must match
   * @param form the form in words, for messages and for the documentation
   * @param standIn what to answer when the value is absent or wrong
   */
  public String string(String key, Pattern pattern, String form, String standIn) {
    return text(key, pattern, form, ConfigKey.REQUIRED, Optional::of)
        .orElseGet(() -> missing(key, standIn));
  }

  /** A string of a given form that may be absent. */
  public Optional<String> optionalString(String key, Pattern pattern, String form) {
    return text(key, pattern, form, ConfigKey.NONE, Optional::of);
  }

  /**
   * A required choice. The file spells constants in lower case: {@code NOT_YET} is {@code not_yet}.
   */
  public <E extends Enum<E>> E choice(String key, Class<E> type) {
    E standIn = type.getEnumConstants()[0];
    return choice(key, type, ConfigKey.REQUIRED).orElseGet(() -> missing(key, standIn));
  }

  /** A choice with a default. */
  public <E extends Enum<E>> E choice(String key, Class<E> type, E fallback) {
    return choice(key, type, quoted(spell(fallback))).orElse(fallback);
  }

  private <E extends Enum<E>> Optional<E> choice(String key, Class<E> type, String fallback) {
    E[] constants = type.getEnumConstants();
    String names = String.join(", ", Arrays.stream(constants).map(ConfigTable::spell).toList());
    return text(
        key,
        null,
        names,
        fallback,
        word -> Arrays.stream(constants).filter(c -> spell(c).equals(word)).findFirst());
  }

  private static String spell(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private <T> Optional<T> text(
      String key,
      @Nullable Pattern pattern,
      String form,
      String fallback,
      Function<String, Optional<T>> meaning) {
    ask(key, "text", form, fallback);
    TomlValue value = section.entries().get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Text text
        && !obeyed(text)
        && (pattern == null || pattern.matcher(text.value()).matches())) {
      Optional<T> meant = meaning.apply(text.value());
      if (meant.isPresent()) {
        return meant;
      }
    }
    String wanted = obeyed(value) ? "text without control characters" : "a string";
    problem(key, form.isEmpty() ? wanted : form, value.describe());
    return Optional.empty();
  }

  /** No key means one of these; a file name with a zero in it would end the program. */
  private static boolean obeyed(TomlValue value) {
    return value instanceof Text text && CONTROL.matcher(text.value()).find();
  }

  // ---- numbers

  /** A required whole number. */
  public long integer(String key, long min, long max) {
    ask(key, "integer", range(min, max), ConfigKey.REQUIRED);
    return whole(key, min, max).orElseGet(() -> missing(key, min));
  }

  /** A whole number with a default. */
  public long integer(String key, long min, long max, long fallback) {
    ask(key, "integer", range(min, max), Long.toString(fallback));
    return whole(key, min, max).orElse(fallback);
  }

  private Optional<Long> whole(String key, long min, long max) {
    TomlValue value = section.entries().get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Whole number && number.value() >= min && number.value() <= max) {
      return Optional.of(number.value());
    }
    problem(key, "a whole number from " + min + " to " + max, value.describe());
    return Optional.empty();
  }

  /** A required number; whole numbers are accepted too. */
  public double number(String key, double min, double max) {
    ask(key, "number", range(min, max), ConfigKey.REQUIRED);
    OptionalDouble value = decimal(key, min, max);
    return value.isPresent() ? value.getAsDouble() : missing(key, min);
  }

  /** A number with a default. */
  public double number(String key, double min, double max, double fallback) {
    ask(key, "number", range(min, max), plain(fallback));
    return decimal(key, min, max).orElse(fallback);
  }

  /** A number that may be absent. */
  public OptionalDouble optionalNumber(String key, double min, double max) {
    ask(key, "number", range(min, max), ConfigKey.NONE);
    return decimal(key, min, max);
  }

  private OptionalDouble decimal(String key, double min, double max) {
    TomlValue value = section.entries().get(key);
    if (value == null) {
      return OptionalDouble.empty();
    }
    double number =
        switch (value) {
          case Whole whole -> whole.value();
          case Decimal decimal -> decimal.value();
          case Text t -> Double.NaN;
          case Flag f -> Double.NaN;
          case Items i -> Double.NaN;
          case Sections s -> Double.NaN;
          case Section s -> Double.NaN;
        };
    if (number >= min && number <= max) {
      return OptionalDouble.of(number);
    }
    problem(key, "a number from " + plain(min) + " to " + plain(max), value.describe());
    return OptionalDouble.empty();
  }

  // ---- true and false

  /** A required true or false. */
  public boolean flag(String key) {
    return flagOrAbsent(key, ConfigKey.REQUIRED).orElseGet(() -> missing(key, false));
  }

  /** A true or false with a default. */
  public boolean flag(String key, boolean fallback) {
    return flagOrAbsent(key, Boolean.toString(fallback)).orElse(fallback);
  }

  private Optional<Boolean> flagOrAbsent(String key, String fallback) {
    ask(key, "true/false", "", fallback);
    TomlValue value = section.entries().get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Flag flag) {
      return Optional.of(flag.value());
    }
    problem(key, "true or false", value.describe());
    return Optional.empty();
  }

  // ---- lists and tables

  /** A list of strings; absent is the empty list. */
  public List<String> strings(String key, int maxItems) {
    String range = "at most " + maxItems;
    ask(key, "list of text", range, "[]");
    TomlValue value = section.entries().get(key);
    if (value == null) {
      return List.of();
    }
    List<String> out = new ArrayList<>();
    if (value instanceof Items items && items.values().size() <= maxItems) {
      items.values().forEach(item -> addText(out, item));
      if (out.size() == items.values().size()) {
        return List.copyOf(out);
      }
    }
    problem(key, "a list of " + range + " strings", value.describe());
    return List.of();
  }

  private static void addText(List<String> out, TomlValue item) {
    if (item instanceof Text text && !obeyed(text)) {
      out.add(text.value());
    }
  }

  /** A sub-table; absent is the empty table, so that its keys get their defaults. */
  public ConfigTable table(String key) {
    asked.add(key);
    ConfigTable child = children.get(key);
    if (child == null) {
      TomlValue value = section.entries().get(key);
      Section inner = new Section(line(key), Map.of());
      if (value instanceof Section present) {
        inner = present;
      } else if (value != null) {
        problem(key, "a table", value.describe());
      }
      child = new ConfigTable(file, pathOf(key), inner, inner.line());
      children.put(key, child);
    }
    return child;
  }

  /** The tables of an array of tables, in the order of the file. */
  public List<ConfigTable> tables(String key, int min, int max) {
    asked.add(key);
    List<ConfigTable> present = arrays.get(key);
    if (present == null) {
      present = new ArrayList<>();
      TomlValue value = section.entries().get(key);
      if (value instanceof Sections sections) {
        for (Section inner : sections.tables()) {
          present.add(new ConfigTable(file, pathOf(key), inner, inner.line()));
        }
      }
      boolean wrongKind = value != null && !(value instanceof Sections);
      if (wrongKind || present.size() < min || present.size() > max) {
        String got = wrongKind && value != null ? value.describe() : present.size() + " of them";
        problem(key, min + " to " + max + " tables [[" + pathOf(key) + "]]", got);
      }
      arrays.put(key, present);
    }
    return List.copyOf(present);
  }

  /**
   * A table whose keys are not known here, such as the options of a driver. Numbers and booleans
   * are given as text.
   */
  public Map<String, String> freeTable(String key) {
    ask(key, "table of text", "", "empty");
    TomlValue value = section.entries().get(key);
    Map<String, String> out = new LinkedHashMap<>();
    if (value instanceof Section inner) {
      inner.entries().forEach((name, entry) -> putScalar(out, key, name, entry));
    } else if (value != null) {
      problem(key, "a table", value.describe());
    }
    return out;
  }

  /**
   * Records a problem of an entry of a {@link #freeTable}, in the entry's line; in the table's line
   * if there is no such entry, in line 1 if there is no table.
   */
  public void problemIn(String table, String entry, String expected, String got) {
    int at =
        section.entries().get(table) instanceof Section inner
            ? Optional.ofNullable(inner.entries().get(entry))
                .map(TomlValue::line)
                .orElse(inner.line())
            : line;
    file.problems()
        .add(
            at, "key `" + pathOf(table) + "." + entry + "`: expected " + expected + ", got " + got);
  }

  private void putScalar(Map<String, String> out, String key, String name, TomlValue entry) {
    switch (entry) {
      case Text text -> {
        if (obeyed(text)) {
          problemIn(key, name, "text without control characters", text.describe());
        }
        out.put(name, text.value());
      }
      case Whole whole -> out.put(name, Long.toString(whole.value()));
      case Decimal decimal -> out.put(name, Double.toString(decimal.value()));
      case Flag flag -> out.put(name, Boolean.toString(flag.value()));
      case Items i -> refuseNested(key, name, entry);
      case Sections s -> refuseNested(key, name, entry);
      case Section s -> refuseNested(key, name, entry);
    }
  }

  private void refuseNested(String key, String name, TomlValue entry) {
    file.problems()
        .add(
            entry.line(),
            "key `"
                + pathOf(key)
                + "."
                + name
                + "`: expected a string, number or boolean, got "
                + entry.describe());
  }

  // ---- what nobody asked for

  void reportUnknown() {
    section
        .entries()
        .forEach(
            (key, value) -> {
              if (!asked.contains(key)) {
                unknown(key, value);
              }
            });
    children.values().forEach(ConfigTable::reportUnknown);
    arrays.values().forEach(list -> list.forEach(ConfigTable::reportUnknown));
  }

  private void unknown(String key, TomlValue value) {
    String nearest =
        NearestWord.of(key, asked)
            .map(word -> "a known key (did you mean `" + word + "`?)")
            .orElse("a known key (" + String.join(", ", asked) + ")");
    file.problems()
        .add(
            value.line(), "key `" + pathOf(key) + "`: expected " + nearest + ", got `" + key + "`");
  }

  // ---- shared

  private void ask(String key, String kind, String range, String fallback) {
    asked.add(key);
    file.remember(new ConfigKey(pathOf(key), kind, range, fallback));
  }

  /** Records the absence of a required key, unless a wrong value has been recorded already. */
  private <T> T missing(String key, T standIn) {
    if (!has(key)) {
      problem(key, "a value", "none");
    }
    return standIn;
  }

  private static String range(long min, long max) {
    return min + " to " + max;
  }

  private static String range(double min, double max) {
    return plain(min) + " to " + plain(max);
  }

  /** A number without a needless fraction. */
  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
