package energy.ebbflow.firmware.config;

import energy.ebbflow.hal.config.ConfigTable;
import java.util.Optional;

/**
 * The {@code [energy.circuit]} table: one circuit that feeds all outlets of the station (R16).
 *
 * @param ampsMax its capacity per phase; absent: each outlet has its own
 * @param turnSeconds how long a turn lasts where the capacity is not enough for all at once
 */
public record CircuitSection(Optional<Double> ampsMax, long turnSeconds) {
  /**
   * Reads the table.
   *
   * @param floorAmps smallest current that is of use to any vehicle
   * @param direct the station has a DC outlet
   */
  static CircuitSection read(ConfigTable table, double floorAmps, boolean direct) {
    Optional<Double> amps = table.optionalNumber("amps_max", 6, 1000).stream().boxed().findFirst();
    long turn = table.integer("turn_seconds", 60, 86_400, 900);
    if (amps.filter(max -> max < floorAmps).isPresent()) {
      table.problem("amps_max", "at least energy.basic_amps_min, " + floorAmps, "" + amps.get());
    }
    if (amps.isPresent() && direct) {
      // A converter's share is a power that depends on its losses; it has its own limit.
      table.problem("amps_max", "none: the station has a DC outlet", "" + amps.get());
    }
    return new CircuitSection(amps, turn);
  }
}
