package energy.ebbflow.firmware.supervisor;

import java.util.ArrayList;
import java.util.List;

/**
 * The current or the power that was told lately, in one direction: while a vehicle still has time
 * to follow a lower value, the higher one counts. Immutable.
 *
 * <p>IEC 61851-1 Table A.6, sequence 6: a vehicle has 5 s to follow a change of the duty.
 *
 * @param now what is told, A, W or var, at least 0
 * @param before higher values that were told before, each higher than the next, with the time at
 *     which it was replaced
 */
record Allowance(double now, List<Told> before) {
  /** A value and when it was replaced. */
  record Told(double value, long replacedNanos) {}

  /** Our own: a value that changes more often in the time of following is followed by nobody. */
  static final int TOLD_MAX = 16;

  static final Allowance NOTHING = new Allowance(0, List.of());

  Allowance {
    before = List.copyOf(before);
  }

  /**
   * The same with what is told from now on.
   *
   * @param value at least 0
   * @param followNanos how long a replaced value still counts
   */
  Allowance told(double value, long followNanos, long nowNanos) {
    boolean fresh = before.isEmpty() || nowNanos - before.getFirst().replacedNanos() < followNanos;
    if (value == now && fresh) {
      return this;
    }
    List<Told> kept = new ArrayList<>(before);
    kept.removeIf(told -> nowNanos - told.replacedNanos() >= followNanos);
    if (value < now && followNanos > 0) {
      kept.add(new Told(now, nowNanos));
    }
    kept.removeIf(told -> told.value() <= value);
    if (kept.size() > TOLD_MAX) {
      // The two oldest become one that allows as much as either.
      Told first = kept.removeFirst();
      kept.set(0, new Told(first.value(), kept.getFirst().replacedNanos()));
    }
    return new Allowance(value, kept);
  }

  /** Most that may flow now. */
  double most() {
    return before.isEmpty() ? now : Math.max(now, before.getFirst().value());
  }
}
