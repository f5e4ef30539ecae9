package energy.ebbflow.firmware;

import energy.ebbflow.firmware.cli.BoardCommand;
import energy.ebbflow.firmware.cli.RunCommand;
import energy.ebbflow.firmware.cli.UsageException;
import energy.ebbflow.firmware.cli.VehiclesCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The firmware's command line. Wrong use is one line on standard error and exit code 2. */
@Command(
    name = "ebbflow",
    mixinStandardHelpOptions = true,
    description = "Firmware of a bidirectional EV charging station controller.",
    subcommands = {RunCommand.class, BoardCommand.class, VehiclesCommand.class})
public final class Main implements Runnable {
  /** Exit code of wrong use and missing prerequisites. */
  public static final int USAGE = 2;

  /** Exit code of a defect of ours; the service manager restarts the process. */
  public static final int DEFECT = 70;

  @Spec private CommandSpec spec;

  /** Filled by the command line before {@link #run}. */
  public Main() {
    this.spec = CommandSpec.create();
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "a command is expected: run, board or vehicles");
  }

  /** Runs one command; returns its exit code. */
  public static int execute(String... arguments) {
    CommandLine line = new CommandLine(new Main());
    line.setParameterExceptionHandler(
        (wrong, given) -> {
          PrintWriter err = wrong.getCommandLine().getErr();
          err.println("ebbflow: " + wrong.getMessage() + " (--help says more)");
          return USAGE;
        });
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          PrintWriter err = command.getErr();
          if (failure instanceof UsageException usage) {
            err.println("ebbflow: " + usage.getMessage());
            return USAGE;
          }
          err.println("ebbflow: a defect: " + failure);
          return DEFECT;
        });
    return line.execute(arguments);
  }

  /** Entry point. */
  public static void main(String[] arguments) {
    if (System.getProperty("logback.configurationFile") == null) {
      System.setProperty("logback.configurationFile", "energy/ebbflow/firmware/logback.xml");
    }
    System.exit(execute(arguments));
  }
}
