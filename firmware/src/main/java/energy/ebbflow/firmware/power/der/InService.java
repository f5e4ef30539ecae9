package energy.ebbflow.firmware.power.der;

import energy.ebbflow.ocpp.domain.GridRule;
import java.util.Optional;

/**
 * Whether the outlet may feed into the grid (IEEE 1547-2018, 4.10: enter service). Pure.
 *
 * @param in it may
 * @param normalNanos since when the grid has been as it must be, while out of service
 * @param enteredNanos when it came back; absent: it was never out
 * @param chance 0 to 1, drawn when it went out: its part of the random delay
 */
record InService(
    boolean in, Optional<Long> normalNanos, Optional<Long> enteredNanos, double chance) {
  static final InService ALWAYS = new InService(true, Optional.empty(), Optional.empty(), 0);

  /** IEEE 1547-2018 Table 4: the delay where nobody set another one. */
  static final double USUAL_DELAY_SECONDS = 300;

  private static final double NANOS_PER_SECOND = 1e9;

  /** Out of service from now on. */
  InService leave(double drawn) {
    return new InService(false, Optional.empty(), Optional.empty(), drawn);
  }

  /**
   * Time has passed.
   *
   * @param normal the grid is as it must be for a return
   */
  InService see(Optional<GridRule.EnterService> rule, boolean normal, long nowNanos) {
    if (in) {
      return this;
    }
    if (!normal) {
      return new InService(false, Optional.empty(), Optional.empty(), chance);
    }
    long since = normalNanos.orElse(nowNanos);
    double wait =
        rule.map(r -> r.delaySeconds() + r.randomSeconds() * chance).orElse(USUAL_DELAY_SECONDS);
    return nowNanos - since >= wait * NANOS_PER_SECOND
        ? new InService(true, Optional.empty(), Optional.of(nowNanos), chance)
        : new InService(false, Optional.of(since), Optional.empty(), chance);
  }

  /** What may be fed in, 0 to 1, while power comes back over {@code rampSeconds}. */
  double share(double rampSeconds, long nowNanos) {
    if (enteredNanos.isEmpty() || !(rampSeconds > 0)) {
      return 1;
    }
    double seconds = (nowNanos - enteredNanos.get()) / NANOS_PER_SECOND;
    return Math.clamp(seconds / rampSeconds, 0.0, 1.0);
  }
}
