package energy.ebbflow.simulator.bench.session;

import energy.ebbflow.iec61851.PilotTiming;
import energy.ebbflow.iso15118.sdp.SdpResponse;
import energy.ebbflow.iso15118.sdp.Security;
import energy.ebbflow.simulator.bench.ParentWatch;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code benchmark safety}: how soon the contactors are told to open, under load. */
@Command(
    name = "benchmark-safety",
    mixinStandardHelpOptions = true,
    description = {
      "Measures the running firmware at the seam of its board: from the reading that the vehicle",
      "left state C, or that the emergency stop is pressed, to the command to open the contactors.",
      "Beside it a session of ISO 15118-20 DC runs back to back over TLS 1.3 on another outlet,"
          + " and",
      "all outlets report over OCPP; then the same with a thread that makes garbage. At the end",
      "the processor time of the idle firmware."
    },
    footer = {"", "Exit codes: 0 all goals are met, 1 a goal is missed or the run failed."})
public final class SafetyBenchmark implements Callable<Integer> {
  /** What is measured, each with a process of its own. */
  enum Part {
    LOAD,
    GARBAGE,
    IDLE
  }

  private static final int MISSED = 1;
  private static final double MILLI = 1e6;
  private static final double GOAL_MILLIS = 10;
  private static final double GOAL_IDLE_PERCENT = 2;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long SETTLE_MILLIS = 4_000;
  private static final int MESSAGES_AT_ONCE = 200;

  @Option(
      names = "--seconds",
      defaultValue = "90",
      description = "How long each of both loads is measured. Default: ${DEFAULT-VALUE}")
  private int seconds;

  @Option(
      names = "--idle-seconds",
      defaultValue = "20",
      description = "How long the idle firmware is measured. Default: ${DEFAULT-VALUE}")
  private int idleSeconds;

  @Option(
      names = "--part",
      paramLabel = "PART",
      description = "Only this part, more than once for several: ${COMPLETION-CANDIDATES}.")
  private Set<Part> parts = EnumSet.allOf(Part.class);

  @Parameters(
      paramLabel = "COMMAND",
      arity = "2..*",
      description = "The firmware's command line up to and with `run`; the launcher gives it.")
  private List<String> program = new ArrayList<>();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call().
  private CommandSpec spec;

  private final List<Goals.Row> rows = new ArrayList<>();
  private int failed;

  @Override
  public Integer call() throws IOException {
    if (!program.getLast().equals("run")) {
      throw new ParameterException(
          spec.commandLine(), "COMMAND ends with run, came " + program.getLast());
    }
    try (Scratch scratch = Scratch.make()) {
      Path pki = scratch.pki();
      if (parts.contains(Part.LOAD)) {
        loaded("load", scratch.folder().resolve("load"), pki, false);
      }
      if (parts.contains(Part.GARBAGE)) {
        loaded("load and garbage", scratch.folder().resolve("garbage"), pki, true);
      }
      if (parts.contains(Part.IDLE)) {
        idle(scratch.folder().resolve("idle"));
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    rows.forEach(row -> out.println(row.line()));
    if (failed > 0) {
      out.println(failed + " trials failed: the command to open did not come within 2 s");
    }
    out.flush();
    return failed > 0 || rows.stream().anyMatch(Goals.Row::missed) ? MISSED : 0;
  }

  private void progress(String line) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }

  private void loaded(String what, Path folder, Path pki, boolean garbage) throws IOException {
    progress(what + ", " + seconds + " s");
    Path times = Files.createDirectories(folder.resolve("times"));
    Path board = folder.resolve("board.toml");
    Files.writeString(board, ProbeBoardFile.TEXT);
    int port = freePort();
    Process office = office(port, folder);
    try (StationUnderTest station =
        StationUnderTest.start(
            program,
            List.of(
                "--board",
                board.toString(),
                "--option",
                "probe_folder=" + times,
                "--option",
                "probe_garbage=" + (garbage ? "on" : "off"),
                "--ocpp-url",
                "ws://localhost:" + port,
                "--tls",
                "required",
                "--pki",
                pki.toString()),
            folder)) {
      long messages = talk(station, pki);
      Latencies measured = Latencies.read(times);
      report(what, measured, messages);
    } finally {
      end(office);
    }
  }

  /** The charge loop back to back until the time is over; how many messages it had. */
  private long talk(StationUnderTest station, Path pki) throws IOException {
    try {
      SdpResponse found = Discovery.first(Security.TLS, station::alive);
      station.awaitVehicle();
      Pause.millis(SETTLE_MILLIS);
      try (Wire wire = new Wire(Sockets.secured(found, Sockets.context(pki)), Optional.empty())) {
        Dialogue dialogue = new Dialogue(wire);
        dialogue.open();
        dialogue.start();
        byte[] request = dialogue.loopRequest();
        long end = System.nanoTime() + seconds * NANOS_PER_SECOND;
        long messages = 0;
        while (System.nanoTime() - end < 0) {
          for (int i = 0; i < MESSAGES_AT_ONCE; i++) {
            dialogue.loop(request);
          }
          messages += MESSAGES_AT_ONCE;
        }
        return messages;
      }
    } catch (IOException broken) {
      throw new IOException(
          broken.getMessage() + " (the firmware's last words: " + station.lastWords() + ")",
          broken);
    }
  }

  private void report(String what, Latencies measured, long messages) {
    failed += measured.failed();
    double filter = PilotTiming.STANDARD.openNanos();
    List<Long> beyond = measured.leavesC().stream().map(nanos -> nanos - (long) filter).toList();
    String left = what + ": left C, after the 25 ms filter, ";
    row(what + ": charge loop messages", messages, "", OptionalDouble.empty());
    row(left + "trials", beyond.size(), "", OptionalDouble.empty());
    row(left + "p50", Latencies.quantile(beyond, 0.5) / MILLI, "ms", OptionalDouble.empty());
    row(left + "p99", Latencies.quantile(beyond, 0.99) / MILLI, "ms", OptionalDouble.empty());
    row(left + "p99.9", quantile999(beyond), "ms", OptionalDouble.of(GOAL_MILLIS));
    row(left + "worst", Latencies.quantile(beyond, 1) / MILLI, "ms", OptionalDouble.empty());
    row(
        what + ": left C, in all, worst",
        Latencies.quantile(measured.leavesC(), 1) / MILLI,
        "ms",
        OptionalDouble.of(100));
    List<Long> button = measured.emergencyStop();
    row(what + ": emergency stop, trials", button.size(), "", OptionalDouble.empty());
    row(
        what + ": emergency stop, p50",
        Latencies.quantile(button, 0.5) / MILLI,
        "ms",
        OptionalDouble.empty());
    row(
        what + ": emergency stop, worst",
        Latencies.quantile(button, 1) / MILLI,
        "ms",
        OptionalDouble.of(GOAL_MILLIS));
  }

  private static double quantile999(List<Long> sorted) {
    return Latencies.quantile(sorted, 0.999) / MILLI;
  }

  private void row(String what, double value, String unit, OptionalDouble goal) {
    rows.add(new Goals.Row(what, value, unit, goal));
  }

  /** Without a vehicle, a session and a back office. */
  private void idle(Path folder) throws IOException {
    progress("idle, " + idleSeconds + " s");
    Files.createDirectories(folder);
    List<String> options = List.of("--tls", "off", "--option", "vehicle=none");
    try (StationUnderTest station = StationUnderTest.start(program, options, folder)) {
      Discovery.first(Security.NONE, station::alive);
      Pause.millis(SETTLE_MILLIS);
      Map<String, Double> before = station.threadSeconds();
      double all = station.processorSeconds();
      Pause.millis(TimeUnit.SECONDS.toMillis(idleSeconds));
      Map<String, Double> after = station.threadSeconds();
      double spent = station.processorSeconds() - all;
      double board = 0;
      for (Map.Entry<String, Double> thread : after.entrySet()) {
        if (thread.getKey().startsWith("board-")) {
          board += thread.getValue() - before.getOrDefault(thread.getKey(), 0.0);
        }
      }
      double percent = 100.0 / idleSeconds;
      row("idle: whole process", spent * percent, "%", OptionalDouble.empty());
      row("idle: of it the simulated board", board * percent, "%", OptionalDouble.empty());
      row(
          "idle: the firmware, of one core",
          (spent - board) * percent,
          "%",
          OptionalDouble.of(GOAL_IDLE_PERCENT));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** The bench back office, in a process of its own on the same processors. */
  private static Process office(int port, Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx128m",
            ParentWatch.option(),
            "-cp",
            System.getProperty("java.class.path"),
            "energy.ebbflow.simulator.Main",
            "csms",
            "--port",
            String.valueOf(port))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("office.log").toFile())
        .start();
  }

  private static void end(Process office) {
    office.destroy();
    try {
      if (!office.waitFor(10, TimeUnit.SECONDS)) {
        office.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      office.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
