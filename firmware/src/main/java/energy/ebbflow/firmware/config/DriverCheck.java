package energy.ebbflow.firmware.config;

import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.BoardDriver;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.OptionProblem;
import energy.ebbflow.hal.config.ConfigTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets the driver of a board check the {@code [driver_options]}, and puts lines to what it finds.
 */
final class DriverCheck {
  private static final String TABLE = "driver_options";

  private DriverCheck() {}

  /**
   * Records what the driver finds.
   *
   * @param mustExist whether a driver that is not on the class path is a problem of the file
   */
  static void check(
      ConfigTable root, BoardConfig board, Iterable<BoardDriver> drivers, boolean mustExist) {
    List<String> known = new ArrayList<>();
    for (BoardDriver driver : drivers) {
      known.add(driver.name());
      if (driver.name().equals(board.driver())) {
        for (EvseConfig evse : board.evses()) {
          driver.check(board, evse).forEach(problem -> record(root, board, evse, problem));
        }
        return;
      }
    }
    if (!mustExist) {
      return;
    }
    root.problem(
        "driver",
        "a driver on the class path ("
            + (known.isEmpty() ? "there is none" : String.join(", ", known))
            + ")",
        "\"" + board.driver() + "\"");
  }

  /** The option of the outlet has its own line if it is given for that outlet alone. */
  private static void record(
      ConfigTable root, BoardConfig board, EvseConfig evse, OptionProblem problem) {
    String own = problem.option() + "_" + evse.id();
    String key = board.driverOptions().containsKey(own) ? own : problem.option();
    if (key.isEmpty()) {
      root.problem("driver", problem.expected(), problem.got());
      return;
    }
    root.problemIn(TABLE, key, problem.expected(), problem.got());
  }
}
