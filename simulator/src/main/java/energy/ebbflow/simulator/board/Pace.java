package energy.ebbflow.simulator.board;

import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.ReadingSink;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * How often one kind of reading is sent: not before {@code minNanos} after the last one, at the
 * latest {@code maxNanos} after it, in between when it differs enough.
 */
final class Pace<R extends Reading> {
  private final long minNanos;
  private final long maxNanos;
  private final BiPredicate<? super R, ? super R> differs;
  private @Nullable R last;
  private long lastNanos;

  Pace(long minNanos, long maxNanos, BiPredicate<? super R, ? super R> differs) {
    this.minNanos = minNanos;
    this.maxNanos = maxNanos;
    this.differs = differs;
  }

  void force() {
    last = null;
  }

  void offer(long nanos, R reading, ReadingSink sink) {
    R before = last;
    long age = nanos - lastNanos;
    boolean due =
        before == null || age >= maxNanos || (age >= minNanos && differs.test(before, reading));
    if (due) {
      last = reading;
      lastNanos = nanos;
      sink.offer(reading);
    }
  }
}
