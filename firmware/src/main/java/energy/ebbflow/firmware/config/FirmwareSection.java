package energy.ebbflow.firmware.config;

import energy.ebbflow.firmware.supervisor.HeatLimits;
import energy.ebbflow.hal.config.ConfigTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The {@code [firmware]} table.
 *
 * @param autoAuthoriseToken token that is asked at the back office as soon as a vehicle is plugged
 *     (R22); absent: someone has to identify
 * @param standAlone who may charge while the station has no back office at all
 * @param plugSeconds how long an authorisation waits for a vehicle
 * @param stopSeconds how long a vehicle may take to end its session when it is asked to
 * @param silenceSeconds how long a device of the power path may say nothing, in real time
 * @param celsiusMax temperature at which the session is stopped
 * @param sensors temperature sensors with limits of their own
 * @param display what people can read on
 * @param displayLanguages RFC 5646, the station's own first
 */
public record FirmwareSection(
    Optional<String> autoAuthoriseToken,
    StandAlone standAlone,
    double plugSeconds,
    double stopSeconds,
    double silenceSeconds,
    double celsiusMax,
    Map<String, HeatLimits> sensors,
    Screen display,
    List<String> displayLanguages) {
  public FirmwareSection {
    displayLanguages = List.copyOf(displayLanguages);
  }

  private static final int LANGUAGES_MAX = 8;

  /** OCPP 2.0.1 idToken: at most 36 characters. */
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,36}");

  /** Who may charge without a back office. */
  public enum StandAlone {
    /** Who shows the configured token. */
    TOKEN,
    /** Everybody: at home, or on a bench. */
    EVERYBODY
  }

  /** What people can read on. */
  public enum Screen {
    /** Nothing. */
    NONE,
    /** The lines of events that {@code --events} writes: the screen of the bench. */
    EVENTS
  }

  static FirmwareSection read(ConfigTable table) {
    return new FirmwareSection(
        table.optionalString(
            "auto_authorise_token", TOKEN, "1 to 36 printable characters without a space"),
        table.choice("stand_alone", StandAlone.class, StandAlone.TOKEN),
        table.number("plug_seconds", 5, 3600, 60),
        table.number("stop_seconds", 1, 60, 15),
        table.number("silence_seconds", 0.1, 5, 0.5),
        table.number("celsius_max", 40, 120, 80),
        limits(table),
        table.choice("display", Screen.class, Screen.NONE),
        table.strings("display_languages", LANGUAGES_MAX));
  }

  private static final Pattern SENSOR = Pattern.compile("[A-Za-z0-9-]{1,24}");
  private static final int SENSORS_MAX = 16;

  /**
   * A table with limits for a sensor.
   *
   * @param name of the sensor
   */
  record NamedTable(String name, ConfigTable table) {}

  /** The tables of sensors, in the order of the file. */
  static List<NamedTable> sensors(ConfigTable table) {
    List<NamedTable> sensors = new ArrayList<>();
    for (ConfigTable one : table.tables("sensor", 0, SENSORS_MAX)) {
      sensors.add(
          new NamedTable(
              one.string("name", SENSOR, "1 to 24 letters, digits and hyphens", "sensor"), one));
    }
    return sensors;
  }

  private static Map<String, HeatLimits> limits(ConfigTable table) {
    Map<String, HeatLimits> limits = new LinkedHashMap<>();
    for (NamedTable sensor : sensors(table)) {
      ConfigTable one = sensor.table();
      double max = one.number("celsius_max", 20, 120);
      double derate =
          one.optionalNumber("celsius_derate", 0, 119).orElse(max - HeatLimits.DERATE_BELOW_MAX);
      if (derate >= max) {
        one.problem("celsius_derate", "less than celsius_max, " + max, String.valueOf(derate));
        derate = max - HeatLimits.DERATE_BELOW_MAX;
      }
      HeatLimits of = new HeatLimits(derate, max, max - HeatLimits.AGAIN_BELOW_MAX);
      if (limits.put(sensor.name(), of) != null) {
        one.problem("name", "a sensor once", "\"" + sensor.name() + "\" twice");
      }
    }
    return limits;
  }
}
