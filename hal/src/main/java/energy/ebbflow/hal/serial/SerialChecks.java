package energy.ebbflow.hal.serial;

import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.BoardException;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.OptionProblem;
import energy.ebbflow.hal.attached.AttachedDevices;
import energy.ebbflow.hal.attached.SharedDevices;
import energy.ebbflow.hal.config.DriverOptions;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the options of a board on a serial line, without opening it. */
final class SerialChecks {
  private static final int BAUD_MIN = 9_600;

  private SerialChecks() {}

  /** Port and speed of the line, devices beside the board, and what two outlets share. */
  static List<OptionProblem> check(
      String driver, BoardConfig board, EvseConfig evse, int baud, int baudMax) {
    DriverOptions options = new DriverOptions(driver, board, evse);
    List<OptionProblem> problems = new ArrayList<>();
    if (options.optional("port").isEmpty()) {
      problems.add(new OptionProblem("port", "a serial port such as /dev/ttyAMA0", "none"));
    }
    try {
      options.integer("baud", BAUD_MIN, baudMax, baud);
    } catch (BoardException refusal) {
      problems.add(OptionProblem.of(refusal));
    }
    problems.addAll(AttachedDevices.check(options, evse));
    problems.addAll(SharedDevices.check(board, evse));
    return problems;
  }
}
