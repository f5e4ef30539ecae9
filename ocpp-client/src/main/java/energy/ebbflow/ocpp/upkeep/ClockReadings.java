package energy.ebbflow.ocpp.upkeep;

import energy.ebbflow.ocpp.device.DeviceModel;
import energy.ebbflow.ocpp.device.Variables;
import energy.ebbflow.ocpp.link.Moment;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Meter values of running transactions at multiples of an interval since midnight UTC (J01; 1.6,
 * ClockAlignedDataInterval). Outlets without a transaction have none to tell.
 */
public final class ClockReadings implements Service {
  private static final long DAY_MILLIS = 86_400_000L;

  private final DeviceModel device;
  private final Consumer<Effect> effects;
  private OptionalLong due = OptionalLong.empty();
  private int dueInterval;

  public ClockReadings(DeviceModel device, Consumer<Effect> effects) {
    this.device = device;
    this.effects = effects;
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
    boolean here = due.isPresent() && seconds == dueInterval && now.nanos() - due.getAsLong() >= 0;
    if (here) {
      effects.accept(new Effect.ClockReading());
    }
    if (here || due.isEmpty() || seconds != dueInterval) {
      due = OptionalLong.of(now.nanos() + waitMillis(now.instant(), seconds) * 1_000_000L);
      dueInterval = seconds;
    }
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
