package energy.ebbflow.firmware.cli;

import energy.ebbflow.firmware.Main;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The firmware's command line, with its help and its words about wrong use. */
@Command(
    name = "ebbflow",
    mixinStandardHelpOptions = true,
    description = "Firmware of a bidirectional EV charging station controller.",
    subcommands = {RunCommand.class, BoardCommand.class, VehiclesCommand.class})
public final class Commands implements Runnable {
  @Spec private CommandSpec spec;

  /** Filled by the command line before {@link #run}. */
  public Commands() {
    this.spec = CommandSpec.create();
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "a command is expected: run, board or vehicles");
  }

  /** Runs one command; returns its exit code. */
  public static int execute(String... arguments) {
    CommandLine line = new CommandLine(new Commands());
    line.setParameterExceptionHandler(
        (wrong, given) -> {
          PrintWriter err = wrong.getCommandLine().getErr();
          err.println("ebbflow: " + wrong.getMessage() + " (--help says more)");
          return Main.USAGE;
        });
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> Main.failed(failure, command.getErr()));
    return line.execute(arguments);
  }
}
