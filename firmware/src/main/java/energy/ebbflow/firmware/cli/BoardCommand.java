package energy.ebbflow.firmware.cli;

import energy.ebbflow.firmware.config.StationConfig;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.config.ConfigException;
import java.nio.file.Path;
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
      description = "Checks a board file; every problem is one line with file, line and key.")
  static final class Check implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The board file.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws UsageException {
      try {
        StationConfig config = StationConfig.read(file);
        int fleet = Fleet.read(config, file).size();
        System.out.println(file + ": sound");
        System.out.println("  " + config.board().name() + ", driver " + config.board().driver());
        for (EvseConfig evse : config.board().evses()) {
          System.out.println("  EVSE " + evse.id() + ": " + evse.evseId() + ", " + kind(evse));
        }
        if (config.basic().minimumCurrent().fleetFile().isPresent()) {
          System.out.println("  fleet file: " + fleet + " vehicles");
        }
        return 0;
      } catch (ConfigException wrong) {
        throw new UsageException(String.join(System.lineSeparator(), wrong.problems()), wrong);
      }
    }

    private static String kind(EvseConfig evse) {
      return switch (evse.outlet()) {
        case EvseConfig.Outlet.Ac ac -> "AC, at most " + ac.max() + " per phase";
        case EvseConfig.Outlet.Dc dc ->
            "DC, at most "
                + dc.charge().maxWatts()
                + dc.discharge().map(limits -> ", discharge " + limits.maxWatts()).orElse("");
      };
    }
  }
}
