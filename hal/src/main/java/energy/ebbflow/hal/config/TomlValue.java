package energy.ebbflow.hal.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a TOML file together with the line it stands in, counted from 1. */
sealed interface TomlValue {
  int line();

  /** What this is, as an error message calls it. */
  String describe();

  /** A string. */
  record Text(int line, String value) implements TomlValue {
    /** Longer values are cut in messages. */
    private static final int SHOWN = 60;

    @Override
    public String describe() {
      String shown = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
      return "\"" + shown.replace("\n", "\\n") + "\"";
    }
  }

  /** An integer of 64 bits. */
  record Whole(int line, long value) implements TomlValue {
    @Override
    public String describe() {
      return Long.toString(value);
    }
  }

  /** A floating-point number; may be infinite or not a number. */
  record Decimal(int line, double value) implements TomlValue {
    @Override
    public String describe() {
      return Double.toString(value);
    }
  }

  /** True or false. */
  record Flag(int line, boolean value) implements TomlValue {
    @Override
    public String describe() {
      return Boolean.toString(value);
    }
  }

  /** An array in brackets. */
  record Items(int line, List<TomlValue> values) implements TomlValue {
    @Override
    public String describe() {
      return "an array";
    }
  }

  /** The tables of {@code [[name]]} headers; filled while the file is read. */
  record Sections(int line, List<Section> tables) implements TomlValue {
    @Override
    public String describe() {
      return "an array of tables";
    }
  }

  /** A table; filled while the file is read. */
  final class Section implements TomlValue {
    /** How a table came to be decides how it may be extended (TOML 1.0, "Table"). */
    enum Origin {
      /** Only named on the way to another table. */
      IMPLIED,
      /** By its own header. */
      HEADER,
      /** By a dotted key: no header may open it again. */
      DOTTED_KEY,
      /** By braces: complete when the brace closes. */
      INLINE
    }

    private final int line;
    private final Map<String, TomlValue> entries = new LinkedHashMap<>();
    private Origin origin;

    Section(int line, Origin origin) {
      this.line = line;
      this.origin = origin;
    }

    @Override
    public int line() {
      return line;
    }

    @Override
    public String describe() {
      return "a table";
    }

    Map<String, TomlValue> entries() {
      return entries;
    }

    Origin origin() {
      return origin;
    }

    void origin(Origin newOrigin) {
      origin = newOrigin;
    }
  }
}
