package energy.ebbflow.hal.serial;

import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.BoardException;
import energy.ebbflow.hal.ReadingSink;
import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.hal.modbus.RegisterMap;
import energy.ebbflow.hal.modbus.driver.ModbusMeter;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which Modbus meter a board has, and where. */
final class MeterOptions {
  private static final Pattern TCP = Pattern.compile("tcp:([A-Za-z0-9.-]+)(?::([0-9]{1,5}))?");
  private static final Pattern RTU = Pattern.compile("rtu:(/.+)");
  private static final int MODBUS_PORT = 502;
  private static final int BAUD = 9_600;

  private MeterOptions() {}

  /** What starts the meter; without the option {@code meter} there is none. */
  static Function<ReadingSink, AutoCloseable> read(DriverOptions options, BoardClock clock)
      throws BoardException {
    Optional<String> name = options.optional("meter");
    Optional<String> at = options.optional("meter_at");
    int unit = options.integer("meter_unit", 1, 247, 1);
    int baud = options.integer("meter_baud", 1_200, 115_200, BAUD);
    if (name.isEmpty()) {
      return sink -> () -> {};
    }
    RegisterMap map = map(name.get(), options);
    String place = at.orElse("");
    Matcher tcp = TCP.matcher(place);
    if (tcp.matches()) {
      String digits = tcp.group(2);
      int port = digits == null ? MODBUS_PORT : Integer.parseInt(digits);
      String host = tcp.group(1);
      return sink -> ModbusMeter.tcp(map, host, port, unit, sink, clock);
    }
    Matcher rtu = RTU.matcher(place);
    if (rtu.matches()) {
      String port = rtu.group(1);
      return sink -> ModbusMeter.rtu(map, port, baud, unit, sink, clock);
    }
    throw options.refused(
        "option `meter_at`: expected tcp:HOST:PORT or rtu:/dev/NAME, got \"" + place + "\"");
  }

  private static RegisterMap map(String name, DriverOptions options) throws BoardException {
    try {
      return RegisterMap.named(name);
    } catch (ConfigException e) {
      throw options.refused(String.join("; ", e.problems()));
    }
  }
}
