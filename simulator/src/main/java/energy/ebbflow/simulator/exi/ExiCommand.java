package energy.ebbflow.simulator.exi;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./ebbflow exi}: messages of the vehicle protocols as XML or JSON, and back to EXI. */
@Command(
    name = "exi",
    mixinStandardHelpOptions = true,
    description = "Decode and encode the messages of the vehicle protocols.",
    subcommands = {DecodeCommand.class, EncodeCommand.class, TraceCommand.class},
    synopsisSubcommandLabel = "COMMAND")
public final class ExiCommand implements Runnable {
  /** A message or file that is not what it should be. */
  static final int BAD_INPUT = 1;

  @CommandLine.Spec private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  /** The command line, whose failures are one clear line on the error stream. */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new ExiCommand());
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          if (failure instanceof BadInputException bad) {
            command.getErr().println(bad.getMessage());
            return BAD_INPUT;
          }
          throw failure;
        });
    return line;
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "expected decode, encode or trace");
    }
  }
}
