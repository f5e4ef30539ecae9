package energy.ebbflow.firmware.cli;

import energy.ebbflow.firmware.config.StationConfig;
import energy.ebbflow.hal.BoardDriver;
import energy.ebbflow.hal.config.ConfigException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code board}: work with board files. */
@Command(
    name = "board",
    mixinStandardHelpOptions = true,
    description = "Works with board files.",
    subcommands = BoardCommand.Check.class)
public final class BoardCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Filled by the command line before {@link #run}. */
  public BoardCommand() {
    this.spec = CommandSpec.create();
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "board expects a subcommand: check");
  }

  /** {@code board check}: reads a file and says what is wrong with it. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description =
          "Checks a board file with its driver; every problem is one line with file, line and key. A"
              + " sound file is shown in short.")
  static final class Check implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The board file.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws UsageException {
      try {
        ServiceLoader<BoardDriver> drivers = ServiceLoader.load(BoardDriver.class);
        StationConfig config = StationConfig.read(file, Map.of(), drivers, true);
        Optional<BoardDriver> driver =
            drivers.stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.name().equals(config.board().driver()))
                .findFirst();
        int fleet = Fleet.read(config, file).size();
        System.out.println(file + ": sound");
        for (String text : BoardSummary.of(config, driver)) {
          System.out.println(text.isEmpty() ? text : "  " + text);
        }
        if (config.basic().minimumCurrent().fleetFile().isPresent()) {
          System.out.println("  fleet file: " + fleet + " vehicles");
        }
        return 0;
      } catch (ConfigException wrong) {
        throw new UsageException(String.join(System.lineSeparator(), wrong.problems()), wrong);
      }
    }
  }
}
