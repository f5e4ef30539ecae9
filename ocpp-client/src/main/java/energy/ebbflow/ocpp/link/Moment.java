package energy.ebbflow.ocpp.link;

import java.time.Duration;
import java.time.Instant;

/**
 * One reading of the clocks.
 *
 * @param nanos monotonic, any origin; for everything that waits
 * @param instant wall clock; only for what is written into messages
 */
public record Moment(long nanos, Instant instant) {
  /** A longer wait is looked at again after so long: our own. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  /**
   * How long it is until {@code due}, to the next millisecond, in nanoseconds: 0 when it is over,
   * and at most a day, however far away a back office puts it.
   */
  public long nanosUntil(Instant due) {
    Duration wait = Duration.between(instant, due);
    if (wait.isNegative()) {
      return 0;
    }
    return wait.compareTo(LONGEST_WAIT) >= 0
        ? LONGEST_WAIT.toNanos()
        : (wait.toMillis() + 1) * 1_000_000;
  }
}
