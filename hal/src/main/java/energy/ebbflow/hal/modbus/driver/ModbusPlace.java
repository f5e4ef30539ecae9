package energy.ebbflow.hal.modbus.driver;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a Modbus device is. */
public sealed interface ModbusPlace {
  /** How a place is written. */
  String FORM = "tcp:HOST:PORT or rtu:/dev/NAME";

  /** Port of Modbus TCP, by its standard. */
  int TCP_PORT = 502;

  /** On a network. */
  record Tcp(String host, int port) implements ModbusPlace {}

  /**
   * On a serial line.
   *
   * @param port device file
   * @param baud bits per second
   * @param frame how a byte goes over the line
   */
  record Rtu(String port, int baud, SerialFrame frame) implements ModbusPlace {}

  /** Reads a place; empty if it is not of that form. */
  static Optional<ModbusPlace> of(String text, int baud, SerialFrame frame) {
    Matcher tcp = Pattern.compile("tcp:([A-Za-z0-9.-]+)(?::([0-9]{1,5}))?").matcher(text);
    if (tcp.matches()) {
      String digits = tcp.group(2);
      int port = digits == null ? TCP_PORT : Integer.parseInt(digits);
      return port >= 1 && port <= 65_535
          ? Optional.of(new Tcp(tcp.group(1), port))
          : Optional.empty();
    }
    Matcher rtu = Pattern.compile("rtu:(/.+)").matcher(text);
    return rtu.matches() ? Optional.of(new Rtu(rtu.group(1), baud, frame)) : Optional.empty();
  }
}
