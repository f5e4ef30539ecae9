package energy.ebbflow.simulator.bench;

import energy.ebbflow.firmware.config.StationConfig;
import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.simulator.facts.RunFacts;
import energy.ebbflow.simulator.report.RecordFields;
import energy.ebbflow.simulator.report.ReportWriter;
import energy.ebbflow.simulator.report.RunReport;
import energy.ebbflow.simulator.report.SummaryJson;
import energy.ebbflow.simulator.scenario.Scenario;
import energy.ebbflow.simulator.scenario.ScenarioCatalog;
import energy.ebbflow.simulator.timeline.ClosingTable;
import energy.ebbflow.simulator.timeline.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ebbflow bench}: a whole session on this machine, over real sockets. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a scenario: the firmware on a simulated board, a simulated vehicle and a back",
      "office, as three processes that talk through real sockets only. Needs no root."
    },
    footer = {
      "",
      "Exit codes: 0 every check of the scenario held, 1 some did not, 2 wrong usage or",
      "something that is needed is missing."
    })
public final class BenchCommand implements Callable<Integer> {
  private static final int FAILED = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "SCENARIO",
      defaultValue = ScenarioCatalog.DEFAULT,
      description = "A name of --list, or a scenario file. Default: ${DEFAULT-VALUE}")
  private String word = ScenarioCatalog.DEFAULT;

  @Option(names = "--list", description = "Lists the scenarios.")
  private boolean list;

  @Option(
      names = "--speed",
      defaultValue = "1",
      description = "1, N, or max: virtual seconds in a real second. Default: ${DEFAULT-VALUE}")
  private String speed = "1";

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Writes report.html, report.json, messages.jsonl and events.jsonl there.")
  private Optional<Path> report = Optional.empty();

  @Option(
      names = "--json",
      description = "One JSON object on standard output; the timeline goes to standard error.")
  private boolean json;

  @Option(names = "--no-color", description = "No colours.")
  private boolean noColour;

  @Option(
      names = "--loopback",
      description = "No network namespaces: everything on loopback, SDP to ::1.")
  private boolean loopback;

  @Option(names = "--keep", description = "Keeps the run's folder: data, journal, logs.")
  private boolean keep;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (list) {
      return listScenarios();
    }
    Scenario scenario = scenario();
    Plan plan = new Plan(word, scenario, Pace.parse(speed).orElseThrow(this::wrongSpeed));
    report.ifPresent(this::checkFolder);
    Terminal terminal = Terminal.open(json, !noColour);
    RunReport done = run(plan, terminal);
    terminal.lines(ClosingTable.of(done.facts(), done.verdict(), terminal.ink()));
    boolean reported = report.isEmpty() || write(report.get(), done, terminal);
    if (json) {
      System.out.println(SummaryJson.of(done.facts(), done.verdict()));
    }
    return done.verdict().passed() && reported ? 0 : FAILED;
  }

  /** A report that cannot be written is a failure, but the run's outcome is told all the same. */
  private static boolean write(Path folder, RunReport done, Terminal terminal) {
    try {
      ReportWriter.write(folder, done, new RecordFields());
      terminal.lines(List.of("  report  " + folder.resolve("report.html")));
      return true;
    } catch (IOException e) {
      terminal.lines(List.of("  the report could not be written: " + e.getMessage()));
      return false;
    }
  }

  private RunReport run(Plan plan, Terminal terminal) throws IOException, InterruptedException {
    try (Workspace workspace = Workspace.make(keep)) {
      checkBoard(plan.scenario().station(), workspace);
      return run(plan, terminal, workspace);
    }
  }

  private RunReport run(Plan plan, Terminal terminal, Workspace workspace)
      throws IOException, InterruptedException {
    try (Network network = network(plan.scenario().vehicles().size())) {
      long epochMillis = System.currentTimeMillis();
      RunFacts facts = new RunFacts();
      Timeline timeline = new Timeline(terminal, terminal.ink(), facts);
      BenchRun run = new BenchRun(plan, network, timeline, facts, epochMillis);
      AtomicBoolean over = new AtomicBoolean();
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    if (!over.get()) {
                      interrupted(run, workspace, terminal);
                    }
                  },
                  "bench-guard"));
      try {
        Optional<Path> pki =
            plan.scenario().tls()
                ? Optional.of(workspace.pki(Instant.ofEpochMilli(epochMillis)))
                : Optional.empty();
        return run.run(new Programs.Real(plan, workspace, network, pki, epochMillis), workspace);
      } finally {
        if (keep) {
          terminal.lines(List.of("  kept  " + workspace.folder()));
        }
        over.set(true);
        run.abort();
      }
    }
  }

  /** Ctrl-C, or a kill: nothing of the run stays behind. */
  private static void interrupted(BenchRun run, Workspace workspace, Terminal terminal) {
    run.abort();
    terminal.lines(List.of("  interrupted: every process of the run has been ended"));
    try {
      workspace.close();
    } catch (UncheckedIOException e) {
      terminal.lines(List.of("  " + e.getMessage() + ": " + e.getCause()));
    }
  }

  private Network network(int outlets) throws InterruptedException {
    if (loopback) {
      return new LoopbackNetwork("as asked");
    }
    try {
      return NamespaceNetwork.open(outlets);
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      return new LoopbackNetwork("no unprivileged namespaces here: " + why);
    }
  }

  private int listScenarios() {
    try {
      for (Scenario scenario : ScenarioCatalog.all()) {
        spec.commandLine().getOut().printf("%-15s %s%n", scenario.name(), scenario.title());
      }
      return 0;
    } catch (ConfigException e) {
      throw wrong(e);
    }
  }

  private Scenario scenario() {
    try {
      return ScenarioCatalog.find(word);
    } catch (ConfigException e) {
      throw wrong(e);
    }
  }

  /** A board that the firmware would refuse is told before anything is started. */
  private void checkBoard(Scenario.Station station, Workspace workspace) {
    try {
      StationConfig.read(workspace.board(station.board(), station.changes()));
    } catch (ConfigException e) {
      String where = station.changes().isEmpty() ? "" : " with the keys of `station.change`";
      throw new ParameterException(
          spec.commandLine(),
          "the station's board file"
              + where
              + " is wrong, nothing was started:"
              + System.lineSeparator()
              + e.problems().stream()
                  .map(problem -> problem.replace(workspace.folder() + "/", ""))
                  .collect(Collectors.joining(System.lineSeparator())),
          e);
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), "`station.board`: " + e.getMessage(), e);
    }
  }

  /** Found out before the run, not after it. */
  private void checkFolder(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new ParameterException(
          spec.commandLine(), "--report: expected a folder, came the file " + folder);
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(),
          "--report: expected a folder that can be made and written to, came "
              + folder
              + "; nothing was started",
          e);
    }
  }

  private ParameterException wrongSpeed() {
    return new ParameterException(
        spec.commandLine(), "--speed: expected " + Pace.FORMS + ", came '" + speed + "'");
  }

  private ParameterException wrong(ConfigException e) {
    return new ParameterException(
        spec.commandLine(), String.join(System.lineSeparator(), e.problems()), e);
  }
}
