package energy.ebbflow.simulator.board.driver;

import energy.ebbflow.hal.BoardException;
import energy.ebbflow.simulator.board.BoardScript;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The {@code [driver_options]} of the simulated board.
 *
 * @param vehicle who is at the other end
 * @param cable path of the socket for a vehicle of its own process; empty for the default
 * @param plugAfterSeconds when the inbuilt vehicle is plugged in
 * @param readyAfterSeconds how long after PWM it goes to state C
 * @param basicAfterSeconds how long after a duty cycle of basic charging it goes to state C
 * @param unplugAfterSeconds how long after the station withdrew its offer it is pulled out
 * @param replugAfterSeconds how long after that it is plugged in again
 * @param builtinSoc state of charge of the inbuilt vehicle at the start, 0 to 1
 * @param script what happens to the board and when
 * @param meterFile where the meter keeps its registers; empty: it starts at zero
 */
record DriverOptions(
    Vehicle vehicle,
    Optional<String> cable,
    double plugAfterSeconds,
    double readyAfterSeconds,
    double basicAfterSeconds,
    double unplugAfterSeconds,
    double replugAfterSeconds,
    double builtinSoc,
    BoardScript script,
    Optional<String> meterFile) {

  /** Who is at the other end of the cable. */
  enum Vehicle {
    /** A vehicle of its own process, over the cable's socket. */
    CABLE,
    /** A passive vehicle on the board itself, for an EVCC that has no cable. */
    BUILTIN,
    /** Nobody ever plugs in. */
    NONE
  }

  private static final Set<String> KEYS =
      new TreeSet<>(
          Set.of(
              "vehicle",
              "cable",
              "plug_after_seconds",
              "ready_after_seconds",
              "basic_after_seconds",
              "unplug_after_seconds",
              "replug_after_seconds",
              "builtin_soc_percent",
              "script",
              "meter_file"));

  static DriverOptions read(Map<String, String> options) throws BoardException {
    for (String key : options.keySet()) {
      if (!KEYS.contains(key)) {
        throw new BoardException(
            "key `driver_options."
                + key
                + "`: driver `simulated` expects one of "
                + String.join(", ", KEYS)
                + "; the board stays closed");
      }
    }
    return new DriverOptions(
        vehicle(options.getOrDefault("vehicle", "cable")),
        Optional.ofNullable(options.get("cable")).filter(path -> !path.isBlank()),
        number(options, "plug_after_seconds", 0, 86_400).orElse(1.0),
        number(options, "ready_after_seconds", 0, 3600).orElse(2.0),
        number(options, "basic_after_seconds", 0, 3600).orElse(30.0),
        number(options, "unplug_after_seconds", 0, 86_400).orElse(5.0),
        number(options, "replug_after_seconds", 0, 86_400).orElse(3.0),
        number(options, "builtin_soc_percent", 0, 100).orElse(50.0) / 100,
        script(options.getOrDefault("script", "")),
        Optional.ofNullable(options.get("meter_file")).filter(path -> !path.isBlank()));
  }

  private static Vehicle vehicle(String word) throws BoardException {
    return switch (word) {
      case "cable" -> Vehicle.CABLE;
      case "builtin" -> Vehicle.BUILTIN;
      case "none" -> Vehicle.NONE;
      default ->
          throw new BoardException(
              "key `driver_options.vehicle`: expected cable, builtin or none, got `" + word + "`");
    };
  }

  private static BoardScript script(String text) throws BoardException {
    try {
      return BoardScript.parse(text);
    } catch (IllegalArgumentException wrong) {
      throw new BoardException("key `driver_options.script`: " + wrong.getMessage(), wrong);
    }
  }

  private static Optional<Double> number(
      Map<String, String> options, String key, double min, double max) throws BoardException {
    String text = options.get(key);
    if (text == null) {
      return Optional.empty();
    }
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException _) {
      value = Double.NaN;
    }
    if (!(value >= min && value <= max)) {
      throw new BoardException(
          "key `driver_options."
              + key
              + "`: expected a number from "
              + min
              + " to "
              + max
              + ", got `"
              + text
              + "`");
    }
    return Optional.of(value);
  }
}
