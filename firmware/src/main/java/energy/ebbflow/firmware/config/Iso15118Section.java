package energy.ebbflow.firmware.config;

import energy.ebbflow.hal.config.ConfigTable;

/**
 * The {@code [iso15118]} table.
 *
 * @param enabled the outlets speak ISO 15118
 * @param tls whether vehicles may, or must, use TLS
 * @param linkSeconds how long 5 % duty waits for a vehicle's connection
 */
public record Iso15118Section(boolean enabled, Tls tls, double linkSeconds) {
  /** Use of TLS. */
  public enum Tls {
    OFF,
    OPTIONAL,
    REQUIRED
  }

  static Iso15118Section read(ConfigTable table) {
    return new Iso15118Section(
        table.flag("enabled", true),
        table.choice("tls", Tls.class, Tls.OPTIONAL),
        table.number("link_seconds", 5, 120, 18));
  }
}
