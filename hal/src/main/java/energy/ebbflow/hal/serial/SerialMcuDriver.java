package energy.ebbflow.hal.serial;

import energy.ebbflow.hal.Board;
import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.BoardDriver;
import energy.ebbflow.hal.BoardException;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.config.NearestWord;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * Boards with a safety microcontroller on a serial line: {@code driver = "serial-mcu"}.
 *
 * <p>Options: {@code port} (required, for example {@code /dev/ttyAMA0}; with several outlets one
 * port each: {@code port_1}, {@code port_2}, …), {@code baud} (9600 to 921600, default 115200).
 */
public final class SerialMcuDriver implements BoardDriver {
  private static final int DEFAULT_BAUD = 115_200;
  private static final int MIN_BAUD = 9_600;
  private static final int MAX_BAUD = 921_600;

  @Override
  public String name() {
    return "serial-mcu";
  }

  @Override
  public Board open(BoardConfig board, EvseConfig evse, BoardClock clock) throws BoardException {
    Map<String, String> options = board.driverOptions();
    String portKey = board.evses().size() == 1 ? "port" : "port_" + evse.id();
    refuseUnknown(options, board.evses().size());
    String port = options.get(portKey);
    if (port == null) {
      throw new BoardException(
          "driver serial-mcu: expected option `" + portKey + "`, got none; the board stays closed");
    }
    int baud = baud(options.getOrDefault("baud", Integer.toString(DEFAULT_BAUD)));
    SerialLine.Opener opener = () -> SerialPortLine.open(port, baud);
    try {
      boolean lock = evse.connectorLock() && evse.cable() instanceof EvseConfig.Cable.Socket;
      return new SerialMcuBoard(opener.open(), opener, clock, lock);
    } catch (IOException e) {
      throw new BoardException("driver serial-mcu: " + e.getMessage(), e);
    }
  }

  private static int baud(String text) throws BoardException {
    try {
      int baud = Integer.parseInt(text);
      if (baud >= MIN_BAUD && baud <= MAX_BAUD) {
        return baud;
      }
    } catch (NumberFormatException e) {
      // Falls through to the same message as a number out of range.
    }
    throw new BoardException(
        "driver serial-mcu: option `baud`: expected 9600 to 921600, got " + text);
  }

  private static void refuseUnknown(Map<String, String> options, int evses) throws BoardException {
    Set<String> known = new java.util.TreeSet<>(Set.of("baud"));
    if (evses == 1) {
      known.add("port");
    }
    for (int id = 1; evses > 1 && id <= evses; id++) {
      known.add("port_" + id);
    }
    for (String key : options.keySet()) {
      if (!known.contains(key)) {
        String near = NearestWord.of(key, known).orElse(String.join(", ", known));
        throw new BoardException(
            "driver serial-mcu: expected a known option (" + near + "), got `" + key + "`");
      }
    }
  }
}
