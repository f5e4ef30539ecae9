package energy.ebbflow.firmware.loop;

import energy.ebbflow.firmware.evse.Moment;
import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.ocpp.time.Timescale;
import energy.ebbflow.ocpp.transport.LinkClock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The station's time. On a real station it is the machine's own; on the bench it starts at an
 * agreed instant and may run faster. Thread-safe.
 */
public final class StationClock implements BoardClock {
  private final long originNanos;
  private final Instant epoch;
  private final Optional<LinkClock> link;
  private final double speed;

  /**
   * Starts the clock.
   *
   * @param epochMillis wall-clock time at which the station's time is 0; absent: now, and records
   *     carry the machine's wall clock, corrected by the back office
   * @param speed seconds of this clock in a real second; at least 1
   */
  public StationClock(OptionalLong epochMillis, double speed) {
    if (!(speed >= 1 && speed <= 1000)) {
      throw new IllegalArgumentException("speed expects 1 to 1000, got " + speed);
    }
    long nowMillis = System.currentTimeMillis();
    long nowNanos = System.nanoTime();
    long startMillis = epochMillis.orElse(nowMillis);
    this.originNanos = nowNanos - (nowMillis - startMillis) * 1_000_000;
    this.epoch = Instant.ofEpochMilli(startMillis);
    this.link =
        epochMillis.isEmpty() && speed == 1 ? Optional.of(LinkClock.system()) : Optional.empty();
    this.speed = speed;
  }

  @Override
  public long nanos() {
    return (long) ((System.nanoTime() - originNanos) * speed);
  }

  @Override
  public double speed() {
    return speed;
  }

  /** All times at once. */
  public Moment now() {
    long nanos = nanos();
    if (link.isEmpty()) {
      return new Moment(nanos, epoch.plusNanos(nanos));
    }
    Instant steady = link.get().steady();
    Timescale scale = link.get().timescale();
    return new Moment(nanos, scale.isKept() ? scale.corrected(steady) : Instant.now(), steady);
  }

  /** The same time for links to a back office. */
  public LinkClock forLinks() {
    return link.orElseGet(() -> LinkClock.virtual(speed, epoch.toEpochMilli()));
  }

  /** Real nanoseconds that pass during {@code nanos} of this clock. */
  public long realNanos(long nanos) {
    return (long) (nanos / speed);
  }
}
