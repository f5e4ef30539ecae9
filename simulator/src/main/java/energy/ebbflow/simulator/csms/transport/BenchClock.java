package energy.ebbflow.simulator.csms.transport;

/**
 * Virtual time of the bench: 0 at the epoch that all its processes were given, and as fast as they
 * were told. Thread-safe.
 */
public final class BenchClock {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final double speed;
  private final long nanosAtEpoch;

  /**
   * A clock.
   *
   * @param epochMillis wall-clock time in ms at which virtual time is 0
   * @param speed virtual seconds in a real second
   */
  public BenchClock(long epochMillis, double speed) {
    this.speed = speed;
    // The wall clock is read once; a step of it during the run moves nothing.
    this.nanosAtEpoch =
        System.nanoTime() - (System.currentTimeMillis() - epochMillis) * NANOS_PER_MILLI;
  }

  /** Virtual time in ns. */
  public long nanos() {
    return (long) ((System.nanoTime() - nanosAtEpoch) * speed);
  }

  /** Virtual time in s. */
  public double seconds() {
    return nanos() / 1e9;
  }

  /** Virtual seconds in a real second. */
  public double speed() {
    return speed;
  }
}
