package energy.ebbflow.firmware.config;

import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.BoardDriver;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.OptionProblem;
import energy.ebbflow.hal.config.ConfigTable;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Lets the driver of a board check the {@code [driver_options]}, and puts lines to what it finds.
 */
final class DriverCheck {
  private static final String TABLE = "driver_options";

  private DriverCheck() {}

  /**
   * Records what the driver finds, and limits of temperature sensors that it has not.
   *
   * @param mustExist whether a driver that is not on the class path is a problem of the file
   */
  static void check(
      ConfigTable root, BoardConfig board, Iterable<BoardDriver> drivers, boolean mustExist) {
    List<String> known = new ArrayList<>();
    for (BoardDriver driver : drivers) {
      known.add(driver.name());
      if (driver.name().equals(board.driver())) {
        boolean sound = true;
        for (EvseConfig evse : board.evses()) {
          List<OptionProblem> problems = driver.check(board, evse);
          sound &= problems.isEmpty();
          problems.forEach(problem -> record(root, board, evse, problem));
        }
        if (sound) {
          sensors(root, board, driver);
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

  /** A limit of a sensor that nobody has would look as if it protected something. */
  private static void sensors(ConfigTable root, BoardConfig board, BoardDriver driver) {
    NavigableSet<String> had = new TreeSet<>();
    board.evses().forEach(evse -> had.addAll(driver.sensors(board, evse)));
    for (FirmwareSection.NamedTable sensor : FirmwareSection.sensors(root.table("firmware"))) {
      if (!had.contains(sensor.name())) {
        sensor
            .table()
            .problem(
                "name",
                had.isEmpty()
                    ? "no table of a sensor: this board measures no temperature"
                    : "a temperature sensor of this board (" + String.join(", ", had) + ")",
                "\"" + sensor.name() + "\"");
      }
    }
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
