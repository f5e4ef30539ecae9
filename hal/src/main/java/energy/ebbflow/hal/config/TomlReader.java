package energy.ebbflow.hal.config;

import energy.ebbflow.hal.config.TomlValue.Items;
import energy.ebbflow.hal.config.TomlValue.Section;
import energy.ebbflow.hal.config.TomlValue.Section.Origin;
import energy.ebbflow.hal.config.TomlValue.Sections;
import energy.ebbflow.hal.config.TomlValue.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads TOML 1.0 without dates and times, and remembers the line of everything. After a syntax
 * error it goes on with the next line, so that one run shows all errors of a file.
 */
final class TomlReader {
  /** Deepest nesting of arrays and inline tables; bounds the recursion. */
  static final int MAX_DEPTH = 16;

  /** Most parts of a dotted key. */
  static final int MAX_KEY_PARTS = 8;

  private final TomlScanner in;
  private final ConfigProblems problems;
  private final Section root = new Section(1, Origin.HEADER);
  private Section current = root;

  private TomlReader(String text, ConfigProblems problems) {
    this.in = new TomlScanner(text);
    this.problems = problems;
  }

  /** Reads {@code text}; what is wrong with it goes to {@code problems}. */
  static Section read(String text, ConfigProblems problems) {
    TomlReader reader = new TomlReader(text, problems);
    reader.document();
    return reader.root;
  }

  private void document() {
    while (true) {
      try {
        in.skipLines();
        if (in.atEnd()) {
          return;
        }
        if (in.peek() == '[') {
          header();
        } else {
          keyAndValue(current, 0);
        }
        in.endOfLine();
      } catch (TomlSyntaxException e) {
        problems.add(e.line(), e.text());
        in.abandonLine();
      }
    }
  }

  private void header() throws TomlSyntaxException {
    int line = in.line();
    boolean array = in.skip("[[");
    if (!array) {
      in.skip("[");
    }
    // Keys that follow a header with an error belong to no table of the file.
    current = new Section(line, Origin.HEADER);
    List<String> path = key();
    if (!in.skip(array ? "]]" : "]")) {
      throw in.error(
          "expected " + (array ? "]]" : "]") + ", got " + TomlScanner.describe(in.peek()));
    }
    Section parent = root;
    for (String part : path.subList(0, path.size() - 1)) {
      parent = descend(parent, part, line, path);
    }
    String last = path.getLast();
    TomlValue present = parent.entries().get(last);
    current = array ? append(parent, last, present, path) : open(parent, last, present, path);
  }

  private Section append(
      Section parent, String name, @Nullable TomlValue present, List<String> path)
      throws TomlSyntaxException {
    Section table = new Section(in.line(), Origin.HEADER);
    switch (present) {
      case null ->
          parent.entries().put(name, new Sections(in.line(), new ArrayList<>(List.of(table))));
      case Sections sections -> sections.tables().add(table);
      default -> throw duplicate(path, present);
    }
    return table;
  }

  private Section open(Section parent, String name, @Nullable TomlValue present, List<String> path)
      throws TomlSyntaxException {
    if (present == null) {
      Section table = new Section(in.line(), Origin.HEADER);
      parent.entries().put(name, table);
      return table;
    }
    if (present instanceof Section table && table.origin() == Origin.IMPLIED) {
      table.origin(Origin.HEADER);
      return table;
    }
    throw duplicate(path, present);
  }

  private static Section descend(Section parent, String part, int line, List<String> path)
      throws TomlSyntaxException {
    TomlValue present = parent.entries().get(part);
    return switch (present) {
      case null -> {
        Section table = new Section(line, Origin.IMPLIED);
        parent.entries().put(part, table);
        yield table;
      }
      case Section table when table.origin() != Origin.INLINE -> table;
      case Sections sections -> sections.tables().getLast();
      default ->
          throw new TomlSyntaxException(
              line,
              "key `"
                  + String.join(".", path)
                  + "`: expected a table in line "
                  + present.line()
                  + ", got "
                  + present.describe());
    };
  }

  private TomlSyntaxException duplicate(List<String> path, TomlValue present) {
    return in.error(
        "key `"
            + String.join(".", path)
            + "`: expected once, got it again (first in line "
            + present.line()
            + ")");
  }

  private void keyAndValue(Section table, int depth) throws TomlSyntaxException {
    int line = in.line();
    List<String> path = key();
    if (!in.skip("=")) {
      throw in.error(
          "key `"
              + String.join(".", path)
              + "`: expected =, got "
              + TomlScanner.describe(in.peek()));
    }
    in.skipBlanks();
    TomlValue value = value(depth);
    Section target = table;
    for (String part : path.subList(0, path.size() - 1)) {
      TomlValue present = target.entries().get(part);
      if (present == null) {
        present = new Section(line, Origin.DOTTED_KEY);
        target.entries().put(part, present);
      }
      if (!(present instanceof Section next) || next.origin() != Origin.DOTTED_KEY) {
        throw duplicate(path, present);
      }
      target = next;
    }
    TomlValue present = target.entries().putIfAbsent(path.getLast(), value);
    if (present != null) {
      throw new TomlSyntaxException(line, duplicate(path, present).text());
    }
  }

  private List<String> key() throws TomlSyntaxException {
    List<String> parts = new ArrayList<>();
    do {
      in.skipBlanks();
      parts.add(in.keyPart());
      in.skipBlanks();
      if (parts.size() > MAX_KEY_PARTS) {
        throw in.error("expected a key of at most " + MAX_KEY_PARTS + " parts, got a longer one");
      }
    } while (in.skip("."));
    return parts;
  }

  private TomlValue value(int depth) throws TomlSyntaxException {
    if (depth > MAX_DEPTH) {
      throw in.error("expected at most " + MAX_DEPTH + " nested arrays and tables, got more");
    }
    int line = in.line();
    return switch (in.peek()) {
      case '"', '\'' -> new Text(line, in.string());
      case '[' -> array(depth);
      case '{' -> inlineTable(depth);
      default -> in.scalar();
    };
  }

  private Items array(int depth) throws TomlSyntaxException {
    int line = in.line();
    in.skip("[");
    List<TomlValue> values = new ArrayList<>();
    while (true) {
      in.skipLines();
      if (in.skip("]")) {
        return new Items(line, List.copyOf(values));
      }
      values.add(value(depth + 1));
      in.skipLines();
      if (!in.skip(",") && in.peek() != ']') {
        throw in.error("expected , or ] in an array, got " + TomlScanner.describe(in.peek()));
      }
    }
  }

  private Section inlineTable(int depth) throws TomlSyntaxException {
    Section table = new Section(in.line(), Origin.INLINE);
    in.skip("{");
    in.skipBlanks();
    if (in.skip("}")) {
      return table;
    }
    while (true) {
      keyAndValue(table, depth + 1);
      in.skipBlanks();
      if (in.skip("}")) {
        return table;
      }
      if (!in.skip(",")) {
        throw in.error("expected , or } in a table, got " + TomlScanner.describe(in.peek()));
      }
      in.skipBlanks();
    }
  }
}
