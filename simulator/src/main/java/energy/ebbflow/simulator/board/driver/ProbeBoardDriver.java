package energy.ebbflow.simulator.board.driver;

import energy.ebbflow.hal.Board;
import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.BoardDriver;
import energy.ebbflow.hal.BoardException;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.simulator.bench.ParentWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The driver {@code probe} of the safety benchmark: a DC outlet is that of the simulated board; an
 * AC outlet is a {@link ProbeBoard}, which measures how long the firmware takes from a reading to
 * the command to open the contactors.
 */
public final class ProbeBoardDriver implements BoardDriver {
  /** Folder for the measured times, a file per outlet. */
  public static final String FOLDER = "probe_folder";

  /** {@code on}: garbage is made beside the firmware, in its own process. */
  public static final String GARBAGE = "probe_garbage";

  @Override
  public String name() {
    return "probe";
  }

  @Override
  public Set<String> sensors(BoardConfig board, EvseConfig evse) {
    return evse.outlet() instanceof EvseConfig.Outlet.Dc
        ? new SimulatedBoardDriver().sensors(board, evse)
        : Set.of();
  }

  @Override
  public Board open(BoardConfig board, EvseConfig evse, BoardClock clock) throws BoardException {
    ParentWatch.follow();
    if (evse.outlet() instanceof EvseConfig.Outlet.Dc) {
      return new SimulatedBoardDriver().open(simulated(board), evse, clock);
    }
    String folder = board.driverOptions().get(FOLDER);
    if (folder == null) {
      throw new BoardException(FOLDER + " is expected: where the measured times go");
    }
    Path file = Path.of(folder, "evse-" + evse.id());
    try {
      return new ProbeBoard(
          evse.id(),
          Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
          "on".equals(board.driverOptions().get(GARBAGE)) && evse.id() == 2);
    } catch (IOException unwritable) {
      throw new BoardException(file + " cannot be written: " + unwritable.getMessage());
    }
  }

  /** The same for the simulated board, which refuses options that it does not know. */
  private static BoardConfig simulated(BoardConfig board) {
    Map<String, String> options = new HashMap<>(board.driverOptions());
    options.remove(FOLDER);
    options.remove(GARBAGE);
    return new BoardConfig(board.name(), "simulated", board.evses(), options);
  }
}
