package energy.ebbflow.hal.attached;

import energy.ebbflow.hal.BoardException;
import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.hal.config.DriverOptions;
import energy.ebbflow.hal.modbus.IsolationMap;
import energy.ebbflow.hal.modbus.driver.ModbusPlace;
import energy.ebbflow.hal.modbus.driver.SerialFrame;
import java.util.Optional;

/**
 * Which isolation monitor there is, and where.
 *
 * @param map its registers
 * @param place where it is
 * @param unit its number there
 * @param testEveryNanos how old a self-test may be; 0: never tested
 */
record IsolationOptions(IsolationMap map, ModbusPlace place, int unit, long testEveryNanos) {
  private static final String NAME = "isolation";

  // As Bender delivers the isoCHA.
  private static final int UNIT = 3;
  private static final int BAUD = 19_200;

  private static final int TEST_HOURS = 24;
  private static final int TEST_HOURS_MAX = 8_760;
  private static final long HOUR_NANOS = 3_600_000_000_000L;

  /** Without the option {@code isolation} there is none. */
  static Optional<IsolationOptions> read(DriverOptions options) throws BoardException {
    Optional<String> name = options.optional(NAME);
    ModbusOptions where = ModbusOptions.read(options, NAME, UNIT, BAUD, SerialFrame.E1);
    int hours = options.integer("isolation_self_test_hours", 0, TEST_HOURS_MAX, TEST_HOURS);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    try {
      IsolationMap map = IsolationMap.named(name.get());
      return Optional.of(
          new IsolationOptions(map, where.place(options, NAME), where.unit(), hours * HOUR_NANOS));
    } catch (ConfigException e) {
      throw options.refused(String.join("; ", e.problems()));
    }
  }
}
