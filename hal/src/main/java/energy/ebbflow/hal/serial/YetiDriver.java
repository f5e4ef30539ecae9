package energy.ebbflow.hal.serial;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.Board;
import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.BoardDriver;
import energy.ebbflow.hal.BoardException;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.EvseConfig.Outlet;
import energy.ebbflow.hal.OptionProblem;
import energy.ebbflow.hal.attached.AttachedDevices;
import energy.ebbflow.hal.attached.SharedDevices;
import energy.ebbflow.hal.config.DriverOptions;
import energy.ebbflow.hal.yeti.YetiLink;
import energy.ebbflow.hal.yeti.YetiMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The EVerest project's Yeti power board on a serial line: {@code driver = "yeti"}. Its options are
 * explained in {@code board-configs/README.md}.
 */
public final class YetiDriver implements BoardDriver {
  private static final int BAUD = 115_200;

  @Override
  public String name() {
    return "yeti";
  }

  @Override
  public List<OptionProblem> check(BoardConfig board, EvseConfig evse) {
    List<OptionProblem> problems =
        new ArrayList<>(SerialChecks.check(name(), board, evse, BAUD, 230_400));
    boolean ownMeter = new DriverOptions(name(), board, evse).optional("meter").isEmpty();
    if (ownMeter && evse.outlet() instanceof Outlet.Ac ac && ac.dischargeMax().value() > 0) {
      problems.add(
          new OptionProblem(
              "meter",
              "a meter for an outlet that discharges: the board's own has one counter for both"
                  + " directions",
              "none"));
    }
    return problems;
  }

  @Override
  public List<String> devices(BoardConfig board, EvseConfig evse) {
    return SharedDevices.words(board, evse);
  }

  @Override
  public Set<String> sensors(BoardConfig board, EvseConfig evse) {
    return Set.copyOf(YetiMessage.Meter.SENSORS);
  }

  @Override
  public Board open(BoardConfig board, EvseConfig evse, BoardClock clock) throws BoardException {
    DriverOptions options = new DriverOptions(name(), board, evse);
    String port = options.required("port");
    int baud = options.integer("baud", 9_600, 230_400, BAUD);
    boolean ownMeter = options.optional("meter").isEmpty();
    if (evse.outlet() instanceof Outlet.Ac ac && ownMeter && ac.dischargeMax().value() > 0) {
      throw options.refused(
          "expected option `meter` for an outlet that discharges, got none: the board's own meter"
              + " has one counter for both directions");
    }
    AttachedDevices attached = AttachedDevices.open(options, evse, clock);
    YetiLink.Outlet outlet =
        switch (evse.outlet()) {
          case Outlet.Ac ac -> new YetiLink.Outlet(Optional.of(ac.max()), ownMeter);
          case Outlet.Dc dc -> new YetiLink.Outlet(Optional.<Amps>empty(), false);
        };
    SerialLine.Opener opener = () -> SerialPortLine.open(port, baud);
    boolean lock = evse.connectorLock();
    SerialBoard.Kind kind =
        new SerialBoard.Kind(
            YetiLink.DEVICE, now -> YetiLink.initial(outlet, now), lock, false, false);
    try {
      return new SerialBoard(opener.open(), opener, clock, kind, attached);
    } catch (IOException e) {
      attached.close();
      throw options.refused(String.valueOf(e.getMessage()));
    }
  }
}
