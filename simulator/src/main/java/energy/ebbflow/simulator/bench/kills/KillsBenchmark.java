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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
      "then 2.0.1, then 1.6. Half of the kills come up to 5 s after the start of the process, half",
      "up to 30 ms after a message that the back office heard. After each the outbox on disk is",
      "read: what lies in it has to arrive. No event may be lost, each transaction begins and ends",
      "once, what comes again is the same, and no energy register runs backwards."
    },
    footer = {"", "Exit codes: 0 nothing was lost, 1 something was, or the run failed."})
public final class KillsBenchmark implements Callable<Integer> {
  private static final int LOST = 1;
  private static final int COUNT_MAX = 1_000_000;
  private static final int STATIONS_MAX = 32;
  private static final int LINE_EVERY = 25;

  /** More lines of evidence than these nobody reads. */
  private static final int EVIDENCE_MAX = 100;

  @Option(
      names = "--count",
      defaultValue = "1000",
      description = "Kills in all; the dialects share them. Default: ${DEFAULT-VALUE}")
  private int count;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of the moments; what the station does meanwhile is never quite the same.")
  private long seed;

  @Option(
      names = "--dialect",
      defaultValue = "all",
      description = "2.1, 2.0.1, 1.6 or all. Default: ${DEFAULT-VALUE}")
  private String dialect = "all";

  @Option(
      names = "--stations",
      defaultValue = "1",
      description =
          "Stations that run at once, each with a back office, a disk and moments of its own; they"
              + " share the kills. Default: ${DEFAULT-VALUE}")
  private int stations;

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
    if (stations < 1 || stations > STATIONS_MAX) {
      throw wrong("--stations expects 1 to " + STATIONS_MAX + ", came " + stations);
    }
    List<String> subprotocols =
        switch (dialect) {
          case "2.1", "2.0.1", "1.6" -> List.of("ocpp" + dialect);
          case "all" -> List.of("ocpp2.1", "ocpp2.0.1", "ocpp1.6");
          default -> throw wrong("--dialect expects 2.1, 2.0.1, 1.6 or all, came " + dialect);
        };
    Path folder =
        keep.isPresent()
            ? Files.createDirectories(keep.get().toAbsolutePath())
            : Files.createTempDirectory("ebbflow-kills-");
    try {
      return run(subprotocols, folder);
    } finally {
      if (keep.isEmpty()) {
        remove(folder);
      }
    }
  }

  private ParameterException wrong(String text) {
    return new ParameterException(spec.commandLine(), text);
  }

  private int run(List<String> subprotocols, Path folder) throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Random seeds = new Random(seed);
    boolean lost = false;
    for (int i = 0; i < subprotocols.size(); i++) {
      String subprotocol = subprotocols.get(i);
      int kills = share(count, subprotocols.size(), i);
      if (kills == 0) {
        continue;
      }
      KillRun.Outcome outcome =
          kill(subprotocol, kills, seeds, Files.createDirectory(folder.resolve(subprotocol)));
      if (terminal()) {
        spec.commandLine().getErr().println();
      }
      out.printf(
          "%s: %d kills (seed %d, stations %d), %d with a transaction open; %d transactions, "
              + "%d events, %d repeated with the same content; %d events were seen on disk; %s%n",
          subprotocol,
          outcome.kills(),
          seed,
          stations,
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

  private static int share(int whole, int shares, int which) {
    return whole / shares + (which < whole % shares ? 1 : 0);
  }

  /** Lets the stations run side by side, each on a thread; they share nothing but the machine. */
  private KillRun.Outcome kill(String subprotocol, int kills, Random seeds, Path folder)
      throws IOException, InterruptedException {
    Progress progress = new Progress();
    List<Callable<KillRun.Outcome>> runs = new ArrayList<>();
    for (int i = 0; i < stations && share(kills, stations, i) > 0; i++) {
      int own = share(kills, stations, i);
      Random moments = new Random(seeds.nextLong());
      Path place = Files.createDirectory(folder.resolve(Integer.toString(i + 1)));
      runs.add(() -> new KillRun(program, place, tally(subprotocol)).kill(own, moments, progress));
    }
    try (ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
      KillRun.Outcome all = new KillRun.Outcome(0, 0, 0, 0, 0, 0, List.of());
      for (Future<KillRun.Outcome> run : threads.invokeAll(runs)) {
        all = all.and(run.get());
      }
      return all;
    } catch (ExecutionException e) {
      throw new IOException("a station's run failed: " + e.getMessage(), e);
    }
  }

  private static Tally tally(String subprotocol) {
    return subprotocol.equals("ocpp1.6") ? new Tally16() : new Tally2(subprotocol);
  }

  /** A line that is rewritten on a terminal; elsewhere one line now and then. */
  private final class Progress implements Consumer<String> {
    private final boolean terminal = terminal();
    private int lines;

    @Override
    public synchronized void accept(String line) {
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
