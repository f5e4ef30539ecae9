package energy.ebbflow.firmware;

import energy.ebbflow.firmware.cli.Commands;
import energy.ebbflow.firmware.cli.FirmwareLog;
import energy.ebbflow.firmware.cli.RunCommand;
import energy.ebbflow.firmware.cli.UsageException;
import java.io.PrintWriter;
import java.util.Optional;

/** The firmware's entry point. Wrong use is one line on standard error and exit code 2. */
public final class Main {
  /** Exit code of wrong use and missing prerequisites. */
  public static final int USAGE = 2;

  /** Exit code of a defect of ours; the service manager restarts the process. */
  public static final int DEFECT = 70;

  private Main() {}

  /** Runs one command; returns its exit code. */
  public static int execute(String... arguments) {
    Optional<RunCommand> plain = RunCommand.plain(arguments);
    if (plain.isEmpty()) {
      return Commands.execute(arguments);
    }
    try {
      return plain.get().call();
    } catch (UsageException | RuntimeException failure) {
      return failed(failure, new PrintWriter(System.err, true));
    }
  }

  /** Says why a command failed, in one line; returns the exit code. */
  public static int failed(Exception failure, PrintWriter err) {
    if (failure instanceof UsageException usage) {
      err.println("ebbflow: " + usage.getMessage());
      return USAGE;
    }
    err.println("ebbflow: a defect: " + failure);
    return DEFECT;
  }

  /** Entry point. */
  public static void main(String[] arguments) {
    FirmwareLog.wanted();
    System.exit(execute(arguments));
  }
}
