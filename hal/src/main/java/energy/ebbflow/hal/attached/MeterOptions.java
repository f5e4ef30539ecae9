package energy.ebbflow.hal.attached;

import energy.ebbflow.hal.BoardException;
import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.hal.config.DriverOptions;
import energy.ebbflow.hal.modbus.RegisterMap;
import energy.ebbflow.hal.modbus.driver.ModbusPlace;
import energy.ebbflow.hal.modbus.driver.SerialFrame;
import java.util.Optional;

/**
 * Which Modbus meter there is, and where.
 *
 * @param map its registers
 * @param place where it is
 * @param unit its number there
 */
record MeterOptions(RegisterMap map, ModbusPlace place, int unit) {
  private static final int BAUD = 9_600;

  /**
   * Without the option there is none.
   *
   * @param option {@code meter}, {@code site_meter} for the site's connection, or {@code
   *     grid_meter} for one on the grid's side
   */
  static Optional<MeterOptions> read(DriverOptions options, String option) throws BoardException {
    Optional<String> name = options.optional(option);
    ModbusOptions where = ModbusOptions.read(options, option, 1, BAUD, SerialFrame.N1);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    try {
      RegisterMap map = RegisterMap.named(name.get());
      return Optional.of(new MeterOptions(map, where.place(options, option), where.unit()));
    } catch (ConfigException e) {
      throw options.refused(String.join("; ", e.problems()));
    }
  }
}
