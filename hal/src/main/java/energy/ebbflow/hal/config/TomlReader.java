package energy.ebbflow.hal.config;

import energy.ebbflow.hal.config.TomlValue.Decimal;
import energy.ebbflow.hal.config.TomlValue.Flag;
import energy.ebbflow.hal.config.TomlValue.Items;
import energy.ebbflow.hal.config.TomlValue.Section;
import energy.ebbflow.hal.config.TomlValue.Sections;
import energy.ebbflow.hal.config.TomlValue.Text;
import energy.ebbflow.hal.config.TomlValue.Whole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads TOML with tomlj, which knows the line of everything and reports every error of a text. */
final class TomlReader {
  /** Deepest nesting of arrays and inline tables; bounds the recursion. */
  static final int MAX_DEPTH = 16;

  private final ConfigProblems problems;

  private TomlReader(ConfigProblems problems) {
    this.problems = problems;
  }

  /** Reads {@code text}; what is wrong with it goes to {@code problems}. */
  static Section read(String text, ConfigProblems problems) {
    TomlParseResult result =
        Toml.parse(text, TomlParseOptions.sourceless().withMaxNestingDepth(MAX_DEPTH));
    for (TomlParseError error : result.errors()) {
      problems.add(line(error.position()), Objects.requireNonNullElse(error.getMessage(), "?"));
    }
    return new TomlReader(problems).section(result, 1);
  }

  private Section section(TomlTable table, int line) {
    Map<String, TomlValue> entries = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : table.entrySet()) {
      int at = line(table.inputPositionOf(List.of(entry.getKey())));
      entries.put(entry.getKey(), value(entry.getValue(), at));
    }
    return new Section(line, entries);
  }

  private TomlValue value(Object value, int line) {
    return switch (value) {
      case String text -> new Text(line, text);
      case Long whole -> new Whole(line, whole);
      case Double decimal -> new Decimal(line, decimal);
      case Boolean flag -> new Flag(line, flag);
      case TomlTable table -> section(table, line);
      case TomlArray array -> array(array, line);
      default -> {
        problems.add(line, "expected a string, number or boolean, got the date or time " + value);
        yield new Text(line, value.toString());
      }
    };
  }

  private TomlValue array(TomlArray array, int line) {
    List<TomlValue> values = new ArrayList<>();
    List<Section> tables = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      TomlValue value = value(array.get(i), line(array.inputPositionOf(i)));
      values.add(value);
      if (value instanceof Section table) {
        tables.add(table);
      }
    }
    return !tables.isEmpty() && tables.size() == values.size()
        ? new Sections(line, List.copyOf(tables))
        : new Items(line, List.copyOf(values));
  }

  private static int line(@Nullable TomlPosition position) {
    return position == null ? 1 : position.line();
  }
}
