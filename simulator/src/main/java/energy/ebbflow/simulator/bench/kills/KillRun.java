package energy.ebbflow.simulator.bench.kills;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.simulator.bench.ParentWatch;
import energy.ebbflow.simulator.bench.office.Answers;
import energy.ebbflow.simulator.bench.office.Office;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One station that is killed and started again and again, and the back office that counts. The
 * office's thread and the run's own share the accounts under this object's lock.
 */
final class KillRun implements Office.Clerk {
  /** The office cuts the link instead of answering each such message. */
  static final int CUT_EVERY = 41;

  /** Half of the kills come at any time up to this after the start of the process. */
  private static final int ANY_MILLIS_MAX = 5_000;

  /** The other half come this soon after a message that the office heard. */
  private static final int AFTER_MICROS_MAX = 30_000;

  private static final int MESSAGES_MAX = 10;
  private static final long MESSAGES_WAIT_MILLIS = 12_000;

  /** How long a vehicle charges until the office stops it. */
  private static final long CHARGE_MILLIS = 400;

  private static final long DRAIN_NANOS_MAX = 120_000_000_000L;
  private static final long DRAIN_LOOK_MILLIS = 1_000;

  private final List<String> program;
  private final Path folder;
  private final Tally tally;
  private final Witness witness;
  private final Set<String> stopped = new HashSet<>();
  private final Set<Office.Line> greeted = new HashSet<>();
  private int heard;
  private int cut;
  private boolean draining;

  /**
   * A run.
   *
   * @param program the firmware's command line up to and with {@code run}
   * @param folder an empty one
   */
  KillRun(List<String> program, Path folder, Tally tally) {
    this.program = program;
    this.folder = folder;
    this.tally = tally;
    this.witness = new Witness(data().resolve("ocpp.db"), folder);
  }

  /**
   * What came of it.
   *
   * @param promises events that lay on the station's disk at some kill
   * @param faults what is wrong, one line each
   */
  record Outcome(
      int kills,
      int transactions,
      int events,
      int repeated,
      int promises,
      int openAtKill,
      List<String> faults) {
    Outcome {
      faults = List.copyOf(faults);
    }

    /** Of both stations together. */
    Outcome and(Outcome other) {
      List<String> all = new ArrayList<>(faults);
      all.addAll(other.faults);
      return new Outcome(
          kills + other.kills,
          transactions + other.transactions,
          events + other.events,
          repeated + other.repeated,
          promises + other.promises,
          openAtKill + other.openAtKill,
          all);
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  /** Kills so often, then lets the station send what it has. */
  Outcome kill(int kills, Random random, Consumer<String> progress)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("board.toml"), KillBoardFile.text(tally.subprotocol()));
    int openAtKill = 0;
    try (Office office = Office.open(tally.subprotocol(), this)) {
      for (int kill = 1; kill <= kills; kill++) {
        Process station = start(office, "builtin");
        try {
          waitForTheMoment(station, random);
          // The handle kills at once: SIGKILL.
          station.toHandle().destroyForcibly();
        } finally {
          station.destroyForcibly().waitFor();
        }
        witness.look();
        openAtKill += witness.open() > 0 ? 1 : 0;
        progress.accept(line(kill, kills));
      }
      drain(office, progress);
    }
    synchronized (this) {
      List<String> faults = new ArrayList<>(tally.faults(witness.promises()));
      tooOften(tally.repeated(), kills + cut).ifPresent(faults::add);
      return new Outcome(
          kills,
          tally.transactions(),
          tally.events(),
          tally.repeated(),
          witness.promises().size(),
          openAtKill,
          faults);
    }
  }

  /**
   * Each time that the link breaks one message may come again: the one on its way then. More means
   * that an answer was heard and the message was kept all the same.
   *
   * @param breaks kills, and links that the office has cut
   */
  static Optional<String> tooOften(int repeated, int breaks) {
    return repeated > breaks
        ? Optional.of(repeated + " messages came again, but the link broke " + breaks + " times")
        : Optional.empty();
  }

  private synchronized String line(int kill, int kills) {
    return tally.subprotocol()
        + ": kill "
        + kill
        + " of "
        + kills
        + ", "
        + tally.transactions()
        + " transactions, "
        + tally.events()
        + " events, "
        + tally.repeated()
        + " repeated, "
        + witness.waiting()
        + " wait on disk";
  }

  private Process start(Office office, String vehicle) throws IOException {
    List<String> command = new ArrayList<>(program);
    command.add(command.size() - 2, ParentWatch.option());
    command.addAll(
        List.of(
            "--board",
            folder.resolve("board.toml").toString(),
            "--data",
            data().toString(),
            "--ocpp-url",
            office.url()));
    for (String option :
        List.of(
            "vehicle=" + vehicle,
            "plug_after_seconds=0",
            "ready_after_seconds=0.05",
            "basic_after_seconds=0.05",
            "unplug_after_seconds=0.05",
            "replug_after_seconds=0.1")) {
      command.addAll(List.of("--option", option));
    }
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.to(log().toFile()))
        .start();
  }

  private Path log() {
    return folder.resolve("station.log");
  }

  private void waitForTheMoment(Process station, Random random)
      throws IOException, InterruptedException {
    if (random.nextBoolean()) {
      alive(station, random.nextInt(ANY_MILLIS_MAX));
      return;
    }
    await(1 + random.nextInt(MESSAGES_MAX));
    TimeUnit.MICROSECONDS.sleep(random.nextInt(AFTER_MICROS_MAX));
    alive(station, 0);
  }

  private void alive(Process station, long millis) throws IOException, InterruptedException {
    if (station.waitFor(millis, TimeUnit.MILLISECONDS)) {
      List<String> lines = Files.readAllLines(log());
      throw new IOException(
          "the station ended by itself: " + (lines.isEmpty() ? "" : lines.getLast()));
    }
  }

  /** Until the office has heard so many messages of transactions more, or for some seconds. */
  private synchronized void await(int more) throws InterruptedException {
    int until = heard + more;
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MESSAGES_WAIT_MILLIS);
    long left = MESSAGES_WAIT_MILLIS;
    while (heard < until && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
  }

  /** Without a vehicle, until its outbox is empty and no transaction is open. */
  private void drain(Office office, Consumer<String> progress)
      throws IOException, InterruptedException {
    synchronized (this) {
      draining = true;
    }
    progress.accept(tally.subprotocol() + ": the last start, without a vehicle, to send the rest");
    Process station = start(office, "none");
    try {
      long giveUp = System.nanoTime() + DRAIN_NANOS_MAX;
      do {
        alive(station, DRAIN_LOOK_MILLIS);
        witness.look();
      } while (witness.waiting() + witness.open() > 0 && System.nanoTime() - giveUp < 0);
    } finally {
      station.destroy();
      if (!station.waitFor(30, TimeUnit.SECONDS)) {
        station.destroyForcibly().waitFor();
      }
    }
    witness.look();
    if (witness.waiting() + witness.open() > 0) {
      throw new IOException(
          "the outbox was not emptied in two minutes: "
              + witness.waiting()
              + " events wait, "
              + witness.open()
              + " transactions are open");
    }
  }

  @Override
  public synchronized void opened(Office.Line line) {
    greeted.clear();
  }

  @Override
  public synchronized Optional<String> asked(Office.Line line, String action, JsonNode payload) {
    Optional<String> answer = tally.book(action, payload);
    if (answer.isEmpty()) {
      if (action.equals("StatusNotification") && greeted.add(line)) {
        line.call(valuesAction(), valuesRequest(), _ -> {});
      }
      return Optional.of(Answers.agreeing(line.subprotocol(), action, Instant.now()));
    }
    heard++;
    notifyAll();
    tally
        .charging()
        .filter(stopped::add)
        .ifPresent(
            transaction ->
                line.later(
                    CHARGE_MILLIS,
                    () ->
                        line.call(
                            stopAction(), "{\"transactionId\":" + transaction + "}", _ -> {})));
    // Heard but never answered: the station cannot know, so it must repeat.
    boolean cuts = !draining && heard % CUT_EVERY == 0;
    cut += cuts ? 1 : 0;
    return cuts ? Optional.empty() : answer;
  }

  private boolean old() {
    return tally.subprotocol().equals("ocpp1.6");
  }

  private String stopAction() {
    return old() ? "RemoteStopTransaction" : "RequestStopTransaction";
  }

  private String valuesAction() {
    return old() ? "ChangeConfiguration" : "SetVariables";
  }

  /** Meter values each second. */
  private String valuesRequest() {
    return old()
        ? "{\"key\":\"MeterValueSampleInterval\",\"value\":\"1\"}"
        : "{\"setVariableData\":[{\"attributeValue\":\"1\","
            + "\"component\":{\"name\":\"SampledDataCtrlr\"},"
            + "\"variable\":{\"name\":\"TxUpdatedInterval\"}}]}";
  }
}
