package energy.ebbflow.simulator;

import energy.ebbflow.simulator.bench.BenchCommand;
import energy.ebbflow.simulator.bench.ParentWatch;
import energy.ebbflow.simulator.bench.kills.KillsBenchmark;
import energy.ebbflow.simulator.bench.ocpp.LinksUnderTest;
import energy.ebbflow.simulator.bench.ocpp.OcppBenchmark;
import energy.ebbflow.simulator.bench.session.Echo;
import energy.ebbflow.simulator.bench.session.Rehearsal;
import energy.ebbflow.simulator.bench.session.SafetyBenchmark;
import energy.ebbflow.simulator.bench.session.SessionBenchmark;
import energy.ebbflow.simulator.bench.session.UnsignedJars;
import energy.ebbflow.simulator.cli.PkiCommand;
import energy.ebbflow.simulator.csms.transport.CsmsCommand;
import energy.ebbflow.simulator.ev.EvCommand;
import energy.ebbflow.simulator.exi.ExiCommand;
import energy.ebbflow.simulator.hardware.driver.EmulateCommand;
import energy.ebbflow.simulator.mcu.driver.McuCommand;
import energy.ebbflow.simulator.pilot.PilotCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The bench's programs: a vehicle, a back office, and the run that joins them. */
@Command(
    name = "ebbflow",
    mixinStandardHelpOptions = true,
    description = "The Ebbflow bench.",
    subcommands = {
      BenchCommand.class,
      EvCommand.class,
      CsmsCommand.class,
      EmulateCommand.class,
      ExiCommand.class,
      KillsBenchmark.class,
      LinksUnderTest.class,
      McuCommand.class,
      OcppBenchmark.class,
      PilotCommand.class,
      PkiCommand.class,
      Rehearsal.class,
      Echo.class,
      SafetyBenchmark.class,
      SessionBenchmark.class,
      UnsignedJars.class
    })
public final class Main implements Runnable {
  /** Wrong usage, or something that is needed is missing. */
  public static final int WRONG_USAGE = 2;

  /** A fault of the program itself. */
  private static final int FAILED = 1;

  private static final String LOGBACK = "logback.configurationFile";

  private final CommandLine line = new CommandLine(this);

  /** Ends the process with the command's exit code. */
  public static void main(String[] args) {
    if (System.getProperty(LOGBACK) == null) {
      System.setProperty(LOGBACK, "energy/ebbflow/simulator/logback.xml");
    }
    ParentWatch.follow();
    System.exit(new Main().run(args));
  }

  int run(String... args) {
    return line.setParameterExceptionHandler(Main::wrongUsage)
        .setExecutionExceptionHandler(Main::failed)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(args);
  }

  private static int wrongUsage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    String name = command.getCommandSpec().qualifiedName();
    err.println(name + ": " + e.getMessage() + " (" + name + " --help tells more)");
    return WRONG_USAGE;
  }

  private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + e.getMessage());
    return FAILED;
  }

  @Override
  public void run() {
    throw new ParameterException(
        line, "expected a command: " + String.join(", ", line.getSubcommands().keySet()));
  }
}
