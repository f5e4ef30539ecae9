package energy.ebbflow.simulator.circuit.driver;

import energy.ebbflow.hal.Board;
import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.BoardDriver;
import energy.ebbflow.hal.BoardException;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.OptionProblem;
import energy.ebbflow.hal.linux.Hardware;
import energy.ebbflow.hal.pi.PiDriver;
import energy.ebbflow.simulator.bench.ParentWatch;
import energy.ebbflow.simulator.board.BoardScript;
import energy.ebbflow.simulator.board.VirtualBoardSpec;
import energy.ebbflow.simulator.cable.CableServer;
import energy.ebbflow.simulator.physics.ContactorSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole driver {@code raspberry-pi} on an emulated circuit: {@code driver =
 * "raspberry-pi-circuit"}. It takes the same options, and {@code cable} and {@code script} of the
 * simulated board.
 */
public final class PiCircuitDriver implements BoardDriver {
  private static final String NAME = "raspberry-pi-circuit";
  private static final Logger LOG = LoggerFactory.getLogger(PiCircuitDriver.class);

  /** Found by the service loader. */
  public PiCircuitDriver() {}

  @Override
  public String name() {
    return NAME;
  }

  /** The board as the real driver sees it: without the options of the bench. */
  private static BoardConfig real(BoardConfig board) {
    Map<String, String> options = new HashMap<>(board.driverOptions());
    options.remove("cable");
    options.remove("script");
    return new BoardConfig(board.name(), board.driver(), board.evses(), options);
  }

  @Override
  public List<OptionProblem> check(BoardConfig board, EvseConfig evse) {
    return new PiDriver().check(real(board), evse);
  }

  @Override
  public List<String> devices(BoardConfig board, EvseConfig evse) {
    return new PiDriver().devices(real(board), evse);
  }

  @Override
  public Set<String> sensors(BoardConfig board, EvseConfig evse) {
    return new PiDriver().sensors(real(board), evse);
  }

  @Override
  public Board open(BoardConfig board, EvseConfig evse, BoardClock clock) throws BoardException {
    ParentWatch.follow();
    BoardConfig real = real(board);
    return new PiDriver(NAME, outlet -> hardware(board, real, outlet)).open(real, evse, clock);
  }

  private static Hardware hardware(BoardConfig board, BoardConfig real, EvseConfig evse)
      throws IOException {
    String given =
        board
            .driverOptions()
            .getOrDefault(
                "cable",
                Path.of(System.getProperty("java.io.tmpdir", "/tmp"), "ebbflow-cable").toString());
    Path cable = Path.of(evse.id() == 1 ? given : given + "-" + evse.id());
    CableServer vehicle = CableServer.listen(cable, System::nanoTime, LOG::warn);
    LOG.info("the cable hangs at {}", cable);
    VirtualBoardSpec spec =
        new VirtualBoardSpec(
            Optional.empty(),
            evse.nominalVolts().value(),
            evse.cable() instanceof EvseConfig.Cable.Socket,
            ContactorSpec.ORDINARY,
            script(board));
    return new CircuitHardware(real, evse, new PiCircuit(spec, vehicle));
  }

  private static BoardScript script(BoardConfig board) throws IOException {
    try {
      return BoardScript.parse(board.driverOptions().getOrDefault("script", ""));
    } catch (IllegalArgumentException wrong) {
      throw new IOException("option `script`: " + wrong.getMessage(), wrong);
    }
  }
}
