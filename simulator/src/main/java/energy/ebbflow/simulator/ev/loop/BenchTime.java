package energy.ebbflow.simulator.ev.loop;

import energy.ebbflow.simulator.ev.model.EvTime;

/**
 * Virtual time that all processes of a bench share: seconds since an epoch of the wall clock, times
 * a speed. Between two looks it follows the monotonic clock. Thread-safe.
 */
public final class BenchTime {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  private final long epochMillis;
  private final double speed;
  private final long originNanos;
  private final long startNanos;

  /**
   * @param epochMillis wall-clock time of virtual second 0, ms since 1970
   * @param speed virtual seconds in a real second, above 0
   */
  public BenchTime(long epochMillis, double speed) {
    this.epochMillis = epochMillis;
    this.speed = speed;
    this.originNanos = System.nanoTime();
    this.startNanos = (long) ((System.currentTimeMillis() - epochMillis) * NANOS_PER_MILLI * speed);
  }

  /** The wall clock, ms since 1970: the epoch of a vehicle that runs alone. */
  public static long wallMillis() {
    return System.currentTimeMillis();
  }

  /** Virtual time since the epoch, ns. */
  public long nanos() {
    return startNanos + (long) ((System.nanoTime() - originNanos) * speed);
  }

  /** Virtual time since the epoch, s. */
  public double seconds() {
    return nanos() / NANOS_PER_SECOND;
  }

  /** Now, for the machine. */
  public EvTime now() {
    long nanos = nanos();
    return new EvTime(nanos, epochMillis / 1000 + Math.floorDiv(nanos, 1_000_000_000L));
  }

  public double speed() {
    return speed;
  }

  /** Real nanoseconds that {@code virtualNanos} take. */
  public long real(long virtualNanos) {
    return (long) (virtualNanos / speed);
  }
}
