package energy.ebbflow.simulator.bench.ocpp;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.simulator.bench.ParentWatch;
import energy.ebbflow.simulator.bench.office.Answers;
import energy.ebbflow.simulator.bench.office.Office;
import energy.ebbflow.simulator.bench.session.Goals;
import energy.ebbflow.simulator.bench.session.Scratch;
import energy.ebbflow.simulator.facts.Percentiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

/** {@code benchmark ocpp}: many links in one process, and a set-point on its way. */
@Command(
    name = "benchmark-ocpp",
    mixinStandardHelpOptions = true,
    description = {
      "Opens 100 links of the OCPP client in one process, one outlet, one outbox on disk and one",
      "WebSocket each, to a back office in another; measures their memory, and how many events of",
      "transactions a second they put on disk and deliver. Then the firmware with a vehicle of",
      "ISO 15118-20 DC over TLS 1.3: from the back office's SetChargingProfile to the response of",
      "the charge loop that carries the limit, while firmware is fetched and the log is sent."
    },
    footer = {"", "Exit codes: 0 all goals are met, 1 a goal is missed or the run failed."})
public final class OcppBenchmark implements Callable<Integer> {
  private static final int MISSED = 1;
  private static final double KIBI = 1024;
  private static final double MEBI = 1 << 20;
  private static final double MILLI = 1e6;
  private static final double SECOND = 1e9;
  private static final double GOAL_SETPOINT_MILLIS = 1_000;
  private static final long SETTLE_MILLIS = 3_000;
  private static final int LINKS_MAX = 1_000;
  private static final int PROGRESS_EVERY = 20;

  @Option(names = "--quick", description = "A short run: fewer seconds and set-points.")
  private boolean quick;

  @Option(
      names = "--links",
      defaultValue = "100",
      description = "How many links in one process. Default: ${DEFAULT-VALUE}")
  private int links;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "2..*",
      description = "The firmware's command line up to and with `run`; the launcher gives it.")
  private List<String> program = new ArrayList<>();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call().
  private CommandSpec spec;

  private final List<Goals.Row> rows = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!program.getLast().equals("run")) {
      throw new ParameterException(
          spec.commandLine(), "COMMAND ends with run, came " + program.getLast());
    }
    if (links < 1 || links > LINKS_MAX) {
      throw new ParameterException(
          spec.commandLine(), "--links expects 1 to " + LINKS_MAX + ", came " + links);
    }
    try (Scratch scratch = Scratch.make()) {
      links(Files.createDirectory(scratch.folder().resolve("links")));
      setpoint(Files.createDirectory(scratch.folder().resolve("setpoint")), scratch.pki());
    }
    PrintWriter out = spec.commandLine().getOut();
    rows.forEach(row -> out.println(row.line()));
    out.flush();
    return rows.stream().anyMatch(Goals.Row::missed) ? MISSED : 0;
  }

  private void progress(String line) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }

  /** Counts what comes, each event once. The office's thread and the benchmark's share it. */
  private static final class Counter implements Office.Clerk {
    private final Set<String> events = new HashSet<>();

    @Override
    public void opened(Office.Line line) {}

    @Override
    public synchronized Optional<String> asked(Office.Line line, String action, JsonNode payload) {
      if (action.equals("TransactionEvent")) {
        events.add(
            payload.path("transactionInfo").path("transactionId").asText()
                + " "
                + payload.path("seqNo").asInt());
      }
      return Optional.of(Answers.agreeing(line.subprotocol(), action, Instant.now()));
    }

    synchronized int events() {
      return events.size();
    }
  }

  private void links(Path folder) throws IOException, InterruptedException {
    Counter counter = new Counter();
    try (Office office = Office.open("ocpp2.1", counter)) {
      Process process = process(office.url(), folder);
      try (BufferedReader in = process.inputReader();
          Writer out = process.outputWriter()) {
        links(process, in, out, counter);
      } catch (IOException broken) {
        throw new IOException(broken.getMessage() + lastWords(folder), broken);
      } finally {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
          process.destroyForcibly().waitFor();
        }
      }
    }
  }

  private void links(Process process, BufferedReader in, Writer out, Counter counter)
      throws IOException, InterruptedException {
    expect(in, "up");
    long bare = resident(process);
    progress(links + " links");
    order(out, "open");
    expect(in, "online");
    TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
    long online = resident(process);
    row("process before the first link, resident", bare / MEBI, "MiB");
    row("process with " + links + " links online, resident", online / MEBI, "MiB");
    row("resident memory for each link", (online - bare) / KIBI / links, "KiB");
    int seconds = quick ? 5 : 30;
    progress("events as fast as the disk takes them, " + seconds + " s");
    long start = System.nanoTime();
    order(out, "report " + seconds);
    String[] told = expect(in, "reported").split(" ");
    long reported = Long.parseLong(told[1]);
    row("events on disk", reported, "");
    row("events on disk a second, all links together", reported / (number(told[2]) / SECOND), "/s");
    row("one event to disk, p50", number(told[3]) / MILLI, "ms");
    row("one event to disk, p99", number(told[4]) / MILLI, "ms");
    order(out, "drain");
    expect(in, "drained");
    long took = System.nanoTime() - start;
    row("events delivered and answered a second", counter.events() / (took / SECOND), "/s");
    row("process after that, resident", resident(process) / MEBI, "MiB");
    // Below one: none.
    goal("events that did not arrive", reported - counter.events(), "", 1);
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }

  private static void order(Writer out, String line) throws IOException {
    out.write(line + "\n");
    out.flush();
  }

  private static String expect(BufferedReader in, String word) throws IOException {
    String line = in.readLine();
    if (line == null || !line.startsWith(word)) {
      throw new IOException("expected \"" + word + "\" of the links, came " + line);
    }
    return line;
  }

  /** The settings of the firmware's own process, but for a heap for so many. */
  private Process process(String url, Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xms13m",
            "-Xmn4m",
            "-Xmx512m",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=25",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            ParentWatch.option(),
            "-cp",
            System.getProperty("java.class.path"),
            "energy.ebbflow.simulator.Main",
            "ocpp-links",
            "--url",
            url,
            "--folder",
            folder.toString(),
            "--links",
            String.valueOf(links))
        .redirectError(log(folder).toFile())
        .start();
  }

  private static Path log(Path folder) {
    return folder.resolve("links.log");
  }

  private static String lastWords(Path folder) throws IOException {
    List<String> lines = Files.readAllLines(log(folder));
    return lines.isEmpty() ? "" : " (its last words: " + lines.getLast() + ")";
  }

  /** What {@code /proc/PID/status} calls {@code VmRSS}, bytes. */
  private static long resident(Process process) throws IOException {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    throw new IOException(status + " has no VmRSS");
  }

  private void setpoint(Path folder, Path pki) throws IOException {
    int samples = quick ? 30 : 200;
    progress("set-points, " + samples);
    int[] told = {0};
    SetpointRun.Outcome outcome =
        SetpointRun.measure(
            program,
            folder,
            pki,
            samples,
            line -> {
              if (told[0]++ % PROGRESS_EVERY == 0) {
                progress(line);
              }
            });
    row("set-points that came", outcome.nanos().size(), "");
    Percentiles times =
        Percentiles.of(outcome.nanos())
            .orElseThrow(() -> new IOException("not one set-point reached the vehicle"));
    row("back office to charge loop response, p50", times.p50() / MILLI, "ms");
    goal(
        "back office to charge loop response, p99",
        times.p99() / MILLI,
        "ms",
        GOAL_SETPOINT_MILLIS);
    row("back office to charge loop response, worst", times.max() / MILLI, "ms");
    goal("set-points that did not come within 10 s", outcome.missed(), "", 1);
    row("firmware fetched meanwhile", outcome.imageBytes() / MEBI, "MiB");
    row("logs sent meanwhile", outcome.logs(), "");
  }

  private void row(String what, double value, String unit) {
    rows.add(new Goals.Row(what, value, unit, OptionalDouble.empty()));
  }

  private void goal(String what, double value, String unit, double below) {
    rows.add(new Goals.Row(what, value, unit, OptionalDouble.of(below)));
  }
}
