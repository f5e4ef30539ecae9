package energy.ebbflow.simulator.bench.ocpp;

import energy.ebbflow.ocpp.OcppBackOffice;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.profile.Electrical;
import energy.ebbflow.ocpp.transport.LinkClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Many links of the firmware's OCPP client in one process: the other end of {@link OcppBenchmark},
 * which tells it what to do by lines on standard input.
 */
@Command(
    name = "ocpp-links",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Many links of the OCPP client in one process, for the benchmark.")
public final class LinksUnderTest implements Callable<Integer> {
  /** Updates between the begin and the end of a transaction. */
  static final int UPDATES = 8;

  private static final long ONLINE_NANOS_MAX = 120_000_000_000L;
  private static final long LOOK_MILLIS = 20;
  private static final double WATT_HOURS = 3;

  @Option(names = "--url", required = true, description = "The back office.")
  private String url = "";

  @Option(names = "--folder", required = true, description = "For the outboxes.")
  private Path folder = Path.of("");

  @Option(names = "--links", required = true, description = "How many, each with one outlet.")
  private int links;

  private final List<OcppBackOffice> open = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    say("up");
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      String[] words = order.split(" ");
      switch (words[0]) {
        case "open" -> open();
        case "report" -> report(Long.parseLong(words[1]));
        case "drain" -> drain();
        default -> throw new IOException("expected open, report or drain, came " + order);
      }
    }
    open.forEach(OcppBackOffice::close);
    return 0;
  }

  /** What is garbage does not count as memory of a link. */
  private static void say(String line) {
    System.gc();
    System.out.println(line);
    System.out.flush();
  }

  private void open() throws IOException, InterruptedException {
    for (int i = 1; i <= links; i++) {
      String identity = "EBBFLOW-" + i;
      OcppConfig config =
          OcppConfig.builder(URI.create(url), identity, folder.resolve(identity + ".db"))
              .outlets(new Outlet("cCCS2", true, new Electrical(400, 1, 22_000, 0)))
              .build();
      OcppBackOffice link =
          OcppBackOffice.open(
              config, LinkClock.system(), (direction, type, id, action, payload) -> {});
      open.add(link);
      link.start(command -> {});
    }
    await("online", () -> open.stream().allMatch(OcppBackOffice::online));
    say("online");
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(String what, Condition condition)
      throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + ONLINE_NANOS_MAX;
    while (!condition.holds()) {
      if (System.nanoTime() - giveUp > 0) {
        throw new IOException("not " + what + " within two minutes");
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  /** Every outlet at once, each on its thread as in the firmware, as fast as the disk takes it. */
  private void report(long seconds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    List<Reporter> reporters = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) {
      reporters.add(new Reporter(open.get(i), "link-" + (i + 1) + "-", end));
    }
    long start = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (Reporter reporter : reporters) {
      threads.add(Thread.ofPlatform().start(reporter));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    long took = System.nanoTime() - start;
    double[] nanos =
        reporters.stream()
            .flatMap(r -> r.nanos.stream())
            .mapToDouble(Double::doubleValue)
            .toArray();
    Arrays.sort(nanos);
    say(
        "reported "
            + nanos.length
            + " "
            + took
            + " "
            + (long) nanos[(nanos.length - 1) / 2]
            + " "
            + (long) nanos[(int) Math.ceil(0.99 * nanos.length) - 1]);
  }

  private void drain() throws IOException, InterruptedException {
    await("drained", () -> open.stream().allMatch(link -> link.queued() == 0));
    say("drained");
  }

  private static final class Reporter implements Runnable {
    private final OcppBackOffice link;
    private final String prefix;
    private final long endNanos;
    private final List<Double> nanos = new ArrayList<>();
    private double importedWh;

    Reporter(OcppBackOffice link, String prefix, long endNanos) {
      this.link = link;
      this.prefix = prefix;
      this.endNanos = endNanos;
    }

    @Override
    public void run() {
      for (int i = 0; System.nanoTime() - endNanos < 0; i++) {
        report(prefix + i, Kind.STARTED, "Authorized");
        for (int update = 0; update < UPDATES; update++) {
          // Our own reason: what is periodic may be thinned out when too much waits.
          report(prefix + i, Kind.UPDATED, "ChargingRateChanged");
        }
        report(prefix + i, Kind.ENDED, "EVDeparted");
      }
    }

    private void report(String id, Kind kind, String trigger) {
      Instant at = Instant.now();
      importedWh += WATT_HOURS;
      MeterSample sample =
          new MeterSample(
              at,
              importedWh,
              0,
              11_000,
              List.of(27.5),
              List.of(400.0),
              Optional.of(11_000.0),
              Optional.of(50.0));
      StationEvent.Transaction event =
          new StationEvent.Transaction(
              kind,
              id,
              trigger,
              kind == Kind.ENDED ? "Idle" : "Charging",
              1,
              1,
              Optional.of(new IdToken("04A1B2C3D4", "ISO14443")),
              Optional.empty(),
              kind == Kind.ENDED ? Optional.of("EVDisconnected") : Optional.empty(),
              at,
              List.of(sample));
      long start = System.nanoTime();
      link.report(event);
      nanos.add((double) (System.nanoTime() - start));
    }
  }
}
