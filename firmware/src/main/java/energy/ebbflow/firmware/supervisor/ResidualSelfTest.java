package energy.ebbflow.firmware.supervisor;

import java.util.Optional;

/**
 * When the residual-current detection tests itself, and what became of it: at the start, for every
 * vehicle before the contactors close, once a day, and again while the last test is no pass. It is
 * never tested under power, because a test looks like a trip. Immutable.
 *
 * <p>IEC 62955 wants the detection to be tested regularly; how often is our own.
 *
 * @param running since when a test runs; absent between two
 * @param failed why the last one is no pass; absent if it is one, or before the first
 * @param dueSinceNanos when the last one ended, or a vehicle came since
 * @param wanted a test is to begin as soon as it may
 */
public record ResidualSelfTest(
    Optional<Long> running, Optional<String> failed, long dueSinceNanos, boolean wanted) {
  private static final long SECOND = 1_000_000_000L;

  /**
   * Our own: what comes earlier may have been under way when the test was asked for; a serial
   * safety microcontroller follows within 200 ms.
   */
  public static final long NOT_BEFORE_NANOS = SECOND / 4;

  /** Our own: the usual modules need less than 1 s. */
  public static final long RESULT_NANOS = 5 * SECOND;

  /** Our own: how often it is tested while nothing happens. */
  public static final long EVERY_NANOS = 24 * 3600 * SECOND;

  /** Our own: how soon a test that failed is repeated. */
  public static final long AGAIN_NANOS = 60 * SECOND;

  /** Nothing tested yet: the first test is due at once. */
  public static final ResidualSelfTest UNTESTED =
      new ResidualSelfTest(Optional.empty(), Optional.empty(), 0, true);

  /**
   * A step's outcome.
   *
   * @param begins the device is to be told to test itself
   */
  public record Step(ResidualSelfTest next, boolean begins) {}

  /** A new vehicle is there: its session needs a test of its own. */
  public ResidualSelfTest vehicleCame() {
    return running.isPresent() ? this : new ResidualSelfTest(running, failed, dueSinceNanos, true);
  }

  /** The device spoke. */
  public ResidualSelfTest heard(boolean passed, long nowNanos) {
    boolean counts =
        passed && running.filter(since -> nowNanos - since >= NOT_BEFORE_NANOS).isPresent();
    return counts
        ? new ResidualSelfTest(Optional.empty(), Optional.empty(), nowNanos, false)
        : this;
  }

  /**
   * Time has passed.
   *
   * @param dead the contactors are open and nothing asks them to close
   * @param resultNanos how long a test may take: {@link #RESULT_NANOS}, and longer where a bench
   *     pretends to be fast
   */
  public Step tick(boolean dead, long resultNanos, long nowNanos) {
    if (running.isPresent()) {
      boolean late = nowNanos - running.get() >= resultNanos;
      return new Step(
          late ? ended("it was not passed within " + words(resultNanos), nowNanos) : this, false);
    }
    boolean due =
        wanted || nowNanos - dueSinceNanos >= (failed.isPresent() ? AGAIN_NANOS : EVERY_NANOS);
    return due && dead
        ? new Step(new ResidualSelfTest(Optional.of(nowNanos), failed, dueSinceNanos, false), true)
        : new Step(this, false);
  }

  private static String words(long resultNanos) {
    return (resultNanos == RESULT_NANOS ? "RESULT_NANOS (" : "selfTestNanos (")
        + resultNanos / SECOND
        + " s)";
  }

  private ResidualSelfTest ended(String why, long nowNanos) {
    return new ResidualSelfTest(Optional.empty(), Optional.of(why), nowNanos, false);
  }

  /** Whether the contactors may close as far as the self-test is concerned. */
  public boolean passed() {
    return running.isEmpty() && !wanted && failed.isEmpty();
  }
}
