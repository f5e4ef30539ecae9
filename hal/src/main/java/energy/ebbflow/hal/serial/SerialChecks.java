package energy.ebbflow.hal.serial;

import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.BoardException;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.OptionProblem;
import energy.ebbflow.hal.attached.AttachedDevices;
import energy.ebbflow.hal.attached.SharedDevices;
import energy.ebbflow.hal.config.DriverOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is wrong with the options of a board on a serial line, without opening it. */
final class SerialChecks {
  private static final int BAUD_MIN = 9_600;

  /** From the root of the file system, without control characters. */
  private static final Pattern PATH = Pattern.compile("/[^\\p{Cntrl}]+");

  private SerialChecks() {}

  /** Port and speed of the line, devices beside the board, and what two outlets share. */
  static List<OptionProblem> check(
      String driver, BoardConfig board, EvseConfig evse, int baud, int baudMax) {
    DriverOptions options = new DriverOptions(driver, board, evse);
    List<OptionProblem> problems = new ArrayList<>();
    Optional<String> port = options.optional("port");
    if (port.filter(SerialChecks::mayBePort).isEmpty()) {
      String got = port.map(given -> "\"" + given + "\"").orElse("none");
      problems.add(new OptionProblem("port", "a serial port such as /dev/ttyAMA0", got));
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

  /** The port may be one of another machine; what can be none anywhere is found here. */
  private static boolean mayBePort(String path) {
    return PATH.matcher(path).matches() && !Files.isDirectory(Path.of(path));
  }
}
