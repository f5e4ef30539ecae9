package energy.ebbflow.ocpp.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.device.ClockVariables;
import energy.ebbflow.ocpp.device.DeviceModel;
import energy.ebbflow.ocpp.dialect.Dialect;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.domain.StorageException;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.outbox.StationStore;
import energy.ebbflow.ocpp.time.Timekeeper;
import energy.ebbflow.ocpp.time.Timescale;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the station's time right by what the back office says it is (B01, G02). Of several links
 * the first does. Confined to the link's thread.
 */
final class Clockwork {
  private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);

  /** OCPP 2.1 part 2, appendix 1. */
  private static final String SET = "SettingSystemTime";

  /** Our own: how often the time is written to disk. */
  private static final long KEEP_NANOS = 3_600_000_000_000L;

  private final Timescale scale;
  private final DeviceModel device;
  private final Outbound outbound;
  private final boolean keeps;
  private final Timekeeper keeper = new Timekeeper();
  private final StationStore store;
  private OptionalLong keptNanos = OptionalLong.empty();
  private long askedNanos;
  private Moment stale = new Moment(0, Instant.MIN);
  private Moment right = stale;
  private boolean moved;
  private OptionalLong looked = OptionalLong.empty();

  /** Our own: when a clock that seems to be set is looked at again. */
  private static final long AGAIN_NANOS = 1_000_000_000L;

  Clockwork(Station station, Outbound outbound) {
    this.store = station.store();
    this.scale = store.timescale();
    this.device = station.device();
    this.outbound = outbound;
    this.keeps = scale.machine().isPresent() && store.keepsTime();
  }

  /** A call goes out. */
  void asked(Moment now) {
    askedNanos = now.nanos();
  }

  /** A call was answered; returns the moment by the time that is right from now on. */
  Moment answered(Dialect dialect, Purpose purpose, ObjectNode payload, Moment now)
      throws JsonFault {
    Optional<Instant> said =
        switch (purpose) {
          case Purpose.Boot _ -> Optional.of(dialect.bootAnswer(payload).currentTime());
          case Purpose.Heartbeat _ -> Optional.of(dialect.heartbeatAnswer(payload));
          case Purpose.Transaction _,
              Purpose.Security _,
              Purpose.Authorise _,
              Purpose.Status _,
              Purpose.Plain _,
              Purpose.Tell _ ->
              Optional.empty();
        };
    if (said.isEmpty() || !keeps || machineFirst()) {
      return now;
    }
    if (!Timescale.believable(said.get())) {
      LOG.warn(
          "the back office says it is {}, expected a time of this century after this firmware was"
              + " made; the station keeps its own",
          said.get());
      return now;
    }
    remember(said.get(), now);
    Duration onTheWay = Duration.ofNanos(now.nanos() - askedNanos);
    Optional<Duration> wrong = keeper.told(said.get(), onTheWay, now.instant());
    return wrong.map(by -> corrected(by, "the back office", now)).orElse(now);
  }

  /**
   * Time has passed.
   *
   * @param read the moment as it was read; it may be that of an answer that corrected the time
   * @param idle nothing is on its way: whoever set the machine's clock may be right
   * @return the right moment
   */
  Moment tick(Moment read, boolean idle) {
    Moment now = read.equals(stale) ? right : read;
    Optional<Instant> machine = keeps && idle ? scale.machine() : Optional.empty();
    if (machine.isEmpty() || looked.equals(OptionalLong.of(read.nanos()))) {
      return now;
    }
    looked = OptionalLong.of(read.nanos());
    Instant steady = now.instant().minus(scale.correction().by());
    Optional<Duration> wrong =
        machineFirst()
            ? keeper.followed(machine.get(), now.instant())
            : keeper.looked(machine.get(), steady, now.instant());
    return wrong.map(by -> corrected(by, "the machine's clock", now)).orElse(now);
  }

  /** The earlier of a moment and that of the next look. */
  long sooner(long next, Moment now) {
    return keeper.suspects() ? Math.min(next, now.nanos() + AGAIN_NANOS) : next;
  }

  /** So that a station without a clock of its own does not start in the past. */
  private void remember(Instant said, Moment now) {
    if (keptNanos.isEmpty() || now.nanos() - keptNanos.getAsLong() >= KEEP_NANOS) {
      keptNanos = OptionalLong.of(now.nanos());
      try {
        store.known(said);
      } catch (StorageException e) {
        LOG.warn("the time is not kept for the next start: {}", e.getMessage());
      }
    }
  }

  private boolean machineFirst() {
    return device.value(ClockVariables.TIME_SOURCE).startsWith(ClockVariables.MACHINE);
  }

  /** Whether the time was corrected since the last call. */
  boolean moved() {
    boolean was = moved;
    moved = false;
    return was;
  }

  private Moment corrected(Duration by, String source, Moment now) {
    LOG.warn("the time was wrong by {} s, says {}", seconds(by), source);
    if (!scale.correct(by)) {
      // The next answer says it again.
      return now;
    }
    stale = now;
    right = new Moment(now.nanos(), now.instant().plus(by));
    moved = true;
    if (by.abs().toSeconds() > device.number(ClockVariables.ADJUSTMENT_THRESHOLD)) {
      outbound.security(SET, "by " + seconds(by) + " s, from " + source, right);
    }
    return right;
  }

  private static String seconds(Duration by) {
    return "%+.3f".formatted(by.toMillis() / 1e3);
  }
}
