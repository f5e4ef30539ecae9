package energy.ebbflow.simulator.bench.kills;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code benchmark kills}: is a transaction event ever lost, or billed twice? */
@Command(
    name = "benchmark-kills",
    mixinStandardHelpOptions = true,
    description = {
      "Kills the running firmware with SIGKILL at random moments and starts it again, while",
      "vehicles come and go on its simulated board and a back office counts by itself: OCPP 2.1,",
      "then OCPP 1.6. Half of the kills come up to 5 s after the start of the process, half up to",
      "30 ms after a message that the back office heard. After each the outbox on disk is read:",
      "what lies in it has to arrive. No event may be lost, each transaction begins and ends once,",
      "what comes again is the same, and no energy register runs backwards."
    },
    footer = {"", "Exit codes: 0 nothing was lost, 1 something was, or the run failed."})
public final class KillsBenchmark implements Callable<Integer> {
  private static final int LOST = 1;
  private static final int COUNT_MAX = 1_000_000;
  private static final int LINE_EVERY = 25;

  /** More lines of evidence than these nobody reads. */
  private static final int EVIDENCE_MAX = 100;

  @Option(
      names = "--count",
      defaultValue = "1000",
      description = "Kills in all; both dialects share them. Default: ${DEFAULT-VALUE}")
  private int count;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of the moments; what the station does meanwhile is never quite the same.")
  private long seed;

  @Option(
      names = "--dialect",
      defaultValue = "both",
      description = "2.1, 1.6 or both. Default: ${DEFAULT-VALUE}")
  private String dialect = "both";

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "Keeps the station's folders, its log and its database, here.")
  private Optional<Path> keep = Optional.empty();

  @Parameters(
      paramLabel = "COMMAND",
      arity = "2..*",
      description = "The firmware's command line up to and with `run`; the launcher gives it.")
  private List<String> program = new ArrayList<>();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call().
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!program.getLast().equals("run")) {
      throw wrong("COMMAND ends with run, came " + program.getLast());
    }
    if (count < 1 || count > COUNT_MAX) {
      throw wrong("--count expects 1 to " + COUNT_MAX + ", came " + count);
    }
    List<Tally> tallies =
        switch (dialect) {
          case "2.1" -> List.of(new Tally21());
          case "1.6" -> List.of(new Tally16());
          case "both" -> List.of(new Tally21(), new Tally16());
          default -> throw wrong("--dialect expects 2.1, 1.6 or both, came " + dialect);
        };
    Path folder =
        keep.isPresent()
            ? Files.createDirectories(keep.get().toAbsolutePath())
            : Files.createTempDirectory("ebbflow-kills-");
    try {
      return run(tallies, folder);
    } finally {
      if (keep.isEmpty()) {
        remove(folder);
      }
    }
  }

  private ParameterException wrong(String text) {
    return new ParameterException(spec.commandLine(), text);
  }

  private int run(List<Tally> tallies, Path folder) throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Random random = new Random(seed);
    boolean lost = false;
    for (int i = 0; i < tallies.size(); i++) {
      Tally tally = tallies.get(i);
      int share = count / tallies.size() + (i < count % tallies.size() ? 1 : 0);
      if (share == 0) {
        continue;
      }
      KillRun.Outcome outcome =
          new KillRun(program, Files.createDirectory(folder.resolve(tally.subprotocol())), tally)
              .kill(share, random, new Progress());
      if (terminal()) {
        spec.commandLine().getErr().println();
      }
      out.printf(
          "%s: %d kills (seed %d), %d with a transaction open; %d transactions, %d events, "
              + "%d repeated with the same content; %d events were seen on disk; %s%n",
          tally.subprotocol(),
          outcome.kills(),
          seed,
          outcome.openAtKill(),
          outcome.transactions(),
          outcome.events(),
          outcome.repeated(),
          outcome.promises(),
          outcome.faults().isEmpty()
              ? "nothing lost, nothing twice"
              : outcome.faults().size() + " FAULTS");
      outcome.faults().stream().limit(EVIDENCE_MAX).forEach(fault -> out.println("  " + fault));
      out.flush();
      lost |= !outcome.faults().isEmpty();
    }
    return lost ? LOST : 0;
  }

  /** A line that is rewritten on a terminal; elsewhere one line now and then. */
  private final class Progress implements Consumer<String> {
    private final boolean terminal = terminal();
    private int lines;

    @Override
    public void accept(String line) {
      PrintWriter err = spec.commandLine().getErr();
      if (terminal) {
        err.print("\r\033[K" + line);
      } else if (lines % LINE_EVERY == 0) {
        err.println(line);
      }
      lines++;
      err.flush();
    }
  }

  private static boolean terminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
