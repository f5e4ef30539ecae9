package energy.ebbflow.firmware.config;

import energy.ebbflow.hal.config.ConfigTable;
import java.util.Optional;

/**
 * The {@code [iso15118]} table.
 *
 * @param enabled the outlets speak ISO 15118
 * @param tls whether vehicles may, or must, use TLS
 * @param linkSeconds how long 5 % duty waits for a vehicle's connection
 * @param pauseSeconds how long a vehicle is kept without energy before it is asked to pause
 * @param choice who decides among several protocols in common
 * @param tlsForIso20 ISO 15118-20 is spoken only over TLS with a vehicle certificate
 * @param receiptSeconds how often a vehicle confirms the meter under ISO 15118-2; absent: never
 * @param pricing how prices of a plan are told under ISO 15118-20
 * @param standby vehicles may rest with open contactors under ISO 15118-20
 * @param parking vehicles may check in and out under ISO 15118-20
 * @param fallback what stands on the line between digital communication and basic charging
 * @param keyLog whether {@code --keylog} may write down the secrets of TLS
 */
public record Iso15118Section(
    boolean enabled,
    Tls tls,
    double linkSeconds,
    double pauseSeconds,
    Choice choice,
    boolean tlsForIso20,
    Optional<Integer> receiptSeconds,
    Pricing pricing,
    boolean standby,
    boolean parking,
    Fallback fallback,
    boolean keyLog) {
  /** Use of TLS. */
  public enum Tls {
    OFF,
    OPTIONAL,
    REQUIRED
  }

  private static Optional<Integer> receipt(ConfigTable table) {
    int seconds = (int) table.integer("receipt_seconds", 0, 86_400, 0);
    return seconds == 0 ? Optional.empty() : Optional.of(seconds);
  }

  /** How prices are told. */
  public enum Pricing {
    NONE,
    /** In a currency. */
    ABSOLUTE,
    /** Ranks only. */
    LEVELS
  }

  /** Who decides among several protocols in common. */
  public enum Choice {
    /** The vehicle's priorities, as the standard has it. */
    VEHICLE,
    /** The order of the board file. */
    STATION
  }

  /** What stands on the line between digital communication and basic charging. */
  public enum Fallback {
    /** A steady signal. */
    X1,
    /** State F, then a steady signal. */
    F
  }

  static Iso15118Section read(ConfigTable table) {
    return new Iso15118Section(
        table.flag("enabled", true),
        table.choice("tls", Tls.class, Tls.OPTIONAL),
        table.number("link_seconds", 5, 120, 18),
        table.number("pause_seconds", 5, 86400, 120),
        table.choice("choice", Choice.class, Choice.VEHICLE),
        table.flag("tls_for_iso20", false),
        receipt(table),
        table.choice("pricing", Pricing.class, Pricing.NONE),
        table.flag("standby", false),
        table.flag("parking", false),
        table.choice("fallback", Fallback.class, Fallback.X1),
        table.flag("key_log", false));
  }
}
