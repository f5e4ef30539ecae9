package energy.ebbflow.hal.config;

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

  /** The tables of {@code [[name]]} headers, or of an array of inline tables. */
  record Sections(int line, List<Section> tables) implements TomlValue {
    @Override
    public String describe() {
      return "an array of tables";
    }
  }

  /** A table. */
  record Section(int line, Map<String, TomlValue> entries) implements TomlValue {
    @Override
    public String describe() {
      return "a table";
    }
  }
}
