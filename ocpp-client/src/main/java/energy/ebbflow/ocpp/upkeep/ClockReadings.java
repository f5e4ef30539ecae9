package energy.ebbflow.ocpp.upkeep;

import energy.ebbflow.ocpp.device.DeviceModel;
import energy.ebbflow.ocpp.device.Variables;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.link.Moment;
import energy.ebbflow.ocpp.outbox.OpenTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Meter values at multiples of an interval since midnight UTC (J01; 1.6, ClockAlignedDataInterval):
 * those of a transaction are an event of it, an idle outlet tells them by themselves.
 */
public final class ClockReadings implements Service {
  private static final long DAY_MILLIS = 86_400_000L;

  private final DeviceModel device;
  private final Supplier<List<OpenTransaction>> transactions;
  private final Map<Integer, MeterSample> idle = new TreeMap<>();
  private final Consumer<Effect> effects;
  private OptionalLong due = OptionalLong.empty();
  private Instant wanted = Instant.EPOCH;
  private int dueInterval;

  /**
   * Tells values.
   *
   * @param transactions those that run
   */
  public ClockReadings(
      DeviceModel device, Supplier<List<OpenTransaction>> transactions, Consumer<Effect> effects) {
    this.device = device;
    this.transactions = transactions;
    this.effects = effects;
  }

  /** An outlet without a transaction tells what its meter says. */
  public void take(StationEvent.IdleReading reading) {
    idle.put(reading.evse(), reading.sample());
  }

  /** Our own: a value older than this is none of the moment it is told for. */
  private static final Duration FRESH = Duration.ofSeconds(30);

  /**
   * Tells at once, because the back office asked (F06).
   *
   * @param evse the only one, or all
   * @return whether there was anything to tell
   */
  public boolean tellNow(Optional<Integer> evse, Instant now) {
    Map<Integer, MeterSample> fresh = fresh(now);
    fresh.keySet().removeIf(outlet -> evse.isPresent() && !evse.get().equals(outlet));
    fresh.forEach(
        (outlet, sample) ->
            effects.accept(new Effect.Tell(new Notice.IdleValues(outlet, sample, true))));
    return !fresh.isEmpty();
  }

  /** The newest of each outlet without a transaction. */
  private Map<Integer, MeterSample> fresh(Instant now) {
    Map<Integer, MeterSample> fresh = new TreeMap<>(idle);
    transactions.get().forEach(open -> fresh.remove(open.evse()));
    fresh.values().removeIf(sample -> sample.at().isBefore(now.minus(FRESH)));
    return fresh;
  }

  private void tellIdle(Moment now) {
    fresh(now.instant())
        .forEach(
            (evse, sample) ->
                effects.accept(new Effect.Tell(new Notice.IdleValues(evse, sample, false))));
  }

  private int interval() {
    return device.number(Variables.ALIGNED_INTERVAL);
  }

  @Override
  public void tick(Moment now) {
    int seconds = interval();
    if (seconds == 0) {
      due = OptionalLong.empty();
      return;
    }
    boolean same = due.isPresent() && seconds == dueInterval && !moved(now);
    boolean here = same && now.nanos() - due.getAsLong() >= 0;
    if (here) {
      effects.accept(new Effect.ClockReading());
      tellIdle(now);
    }
    if (here || !same) {
      // The two clocks are not read at once: a wait that ended a moment early is no second one.
      Instant from = here && early(now.instant()) ? wanted : now.instant();
      wanted = from.plusMillis(waitMillis(from, seconds));
      due = OptionalLong.of(now.nanos() + Duration.between(now.instant(), wanted).toNanos());
      dueInterval = seconds;
    }
  }

  /** Our own: how far the reading of one clock may be behind that of the other. */
  private static final Duration APART = Duration.ofSeconds(1);

  /** Somebody set the clock: what is wanted is due at another moment. */
  private boolean moved(Moment now) {
    Instant then = now.instant().plusNanos(due.orElse(now.nanos()) - now.nanos());
    return Duration.between(then, wanted).abs().compareTo(APART) >= 0;
  }

  private boolean early(Instant now) {
    return now.isBefore(wanted) && Duration.between(now, wanted).compareTo(APART) < 0;
  }

  /** Until the next multiple, at least 1 ms; midnight is one of every interval. */
  private static long waitMillis(Instant now, int seconds) {
    long interval = seconds * 1_000L;
    long ofDay = Math.floorMod(now.toEpochMilli(), DAY_MILLIS);
    return Math.min(interval - ofDay % interval, DAY_MILLIS - ofDay);
  }

  @Override
  public OptionalLong dueNanos(Moment now) {
    if (interval() == 0) {
      return OptionalLong.empty();
    }
    return due.isEmpty() || dueInterval != interval() ? OptionalLong.of(now.nanos()) : due;
  }
}
