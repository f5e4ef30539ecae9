package energy.ebbflow.hal.serial;

import energy.ebbflow.hal.Board;
import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.BoardDriver;
import energy.ebbflow.hal.BoardException;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.ReadingSink;
import java.io.IOException;
import java.util.function.Function;

/**
 * Boards with a safety microcontroller on a serial line and a Modbus meter: {@code driver =
 * "serial-mcu"}. Its options are explained in {@code board-configs/README.md}.
 */
public final class SerialMcuDriver implements BoardDriver {
  private static final int BAUD = 115_200;

  @Override
  public String name() {
    return "serial-mcu";
  }

  @Override
  public Board open(BoardConfig board, EvseConfig evse, BoardClock clock) throws BoardException {
    DriverOptions options = new DriverOptions(name(), board, evse);
    String port = options.required("port");
    int baud = options.integer("baud", 9_600, 921_600, BAUD);
    Function<ReadingSink, AutoCloseable> meter = MeterOptions.read(options, clock);
    options.refuseOthers();
    SerialLine.Opener opener = () -> SerialPortLine.open(port, baud);
    boolean lock = evse.connectorLock() && evse.cable() instanceof EvseConfig.Cable.Socket;
    try {
      return new SerialMcuBoard(opener.open(), opener, clock, lock, meter);
    } catch (IOException e) {
      throw options.refused(String.valueOf(e.getMessage()));
    }
  }
}
