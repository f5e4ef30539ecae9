package energy.ebbflow.firmware.config;

import energy.ebbflow.hal.config.ConfigTable;
import java.util.List;
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
        table.choice("display", Screen.class, Screen.NONE),
        table.strings("display_languages", LANGUAGES_MAX));
  }
}
