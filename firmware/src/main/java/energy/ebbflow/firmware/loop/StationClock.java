package energy.ebbflow.firmware.loop;

import energy.ebbflow.firmware.evse.Moment;
import energy.ebbflow.hal.BoardClock;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * The station's time. On a real station it is the machine's own; on the bench it starts at an
 * agreed instant and may run faster. Thread-safe.
 */
public final class StationClock implements BoardClock {
  private final long originNanos;
  private final Instant epoch;
  private final boolean followsWall;
  private final double speed;

  /**
   * Starts the clock.
   *
   * @param epochMillis wall-clock time at which the station's time is 0; absent: now, and records
   *     carry the machine's wall clock
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
    this.followsWall = epochMillis.isEmpty() && speed == 1;
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

  /** Both times at once. */
  public Moment now() {
    long nanos = nanos();
    return new Moment(nanos, followsWall ? Instant.now() : epoch.plusNanos(nanos));
  }

  /** Real nanoseconds that pass during {@code nanos} of this clock. */
  public long realNanos(long nanos) {
    return (long) (nanos / speed);
  }
}
