package energy.ebbflow.hal.serial;

import energy.ebbflow.hal.Board;
import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.BoardDriver;
import energy.ebbflow.hal.BoardException;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.OptionProblem;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.attached.AttachedDevices;
import energy.ebbflow.hal.attached.SharedDevices;
import energy.ebbflow.hal.config.DriverOptions;
import energy.ebbflow.hal.mcu.McuLink;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Boards with a safety microcontroller on a serial line: {@code driver = "serial-mcu"}. Its options
 * are explained in {@code board-configs/README.md}.
 */
public final class SerialMcuDriver implements BoardDriver {
  private static final int BAUD = 115_200;

  @Override
  public String name() {
    return "serial-mcu";
  }

  @Override
  public List<OptionProblem> check(BoardConfig board, EvseConfig evse) {
    return SerialChecks.check(name(), board, evse, BAUD, 921_600);
  }

  @Override
  public List<String> devices(BoardConfig board, EvseConfig evse) {
    return SharedDevices.words(board, evse);
  }

  @Override
  public Set<String> sensors(BoardConfig board, EvseConfig evse) {
    return Set.of(Reading.Temperature.OUTLET);
  }

  @Override
  public Board open(BoardConfig board, EvseConfig evse, BoardClock clock) throws BoardException {
    DriverOptions options = new DriverOptions(name(), board, evse);
    String port = options.required("port");
    int baud = options.integer("baud", 9_600, 921_600, BAUD);
    AttachedDevices attached = AttachedDevices.open(options, evse, clock);
    SerialLine.Opener opener = () -> SerialPortLine.open(port, baud);
    boolean lock = evse.connectorLock();
    SerialBoard.Kind kind =
        new SerialBoard.Kind(McuLink.DEVICE, McuLink::initial, lock, true, true);
    try {
      return new SerialBoard(opener.open(), opener, clock, kind, attached);
    } catch (IOException e) {
      attached.close();
      throw options.refused(String.valueOf(e.getMessage()));
    }
  }
}
