package energy.ebbflow.hal.pi;

import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.ReadingSink;

/**
 * Patience with a device that fails: the next attempt comes later each time, and the fault is told
 * again while it lasts. Pure.
 *
 * @param failures in a row
 * @param nextNanos when the next attempt is due
 * @param toldNanos when the fault was last told
 */
record Attempts(int failures, long nextNanos, long toldNanos) {
  /** The device has not failed. */
  static final Attempts NEW = new Attempts(0, Long.MIN_VALUE, Long.MIN_VALUE);

  /** First distance of attempts; it doubles up to {@link #LONGEST_NANOS}. */
  static final long FIRST_NANOS = 100_000_000;

  static final long LONGEST_NANOS = 5_000_000_000L;

  /** How often a lasting fault is told; who listens forgets it after 30 s. */
  static final long TELL_NANOS = 5_000_000_000L;

  boolean due(long now) {
    return now >= nextNanos;
  }

  Attempts succeeded() {
    return failures == 0 ? this : NEW;
  }

  Attempts failed(long now) {
    long wait = Math.min(FIRST_NANOS << Math.min(failures, 10), LONGEST_NANOS);
    return new Attempts(Math.min(failures + 1, 1000), now + wait, toldNanos);
  }

  /** Whether a failing device is to be told of now. */
  boolean tell(long now) {
    return failures > 0 && (toldNanos == Long.MIN_VALUE || now - toldNanos >= TELL_NANOS);
  }

  Attempts told(long now) {
    return new Attempts(failures, nextNanos, now);
  }

  /** The same after a failure, which {@code sink} hears of if it is to be told now. */
  Attempts failed(String device, String detail, long now, ReadingSink sink) {
    Attempts next = failed(now);
    if (!next.tell(now)) {
      return next;
    }
    sink.offer(new Reading.DeviceFault(device, detail));
    return next.told(now);
  }
}
