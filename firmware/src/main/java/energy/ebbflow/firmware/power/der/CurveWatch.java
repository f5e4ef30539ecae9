package energy.ebbflow.firmware.power.der;

import energy.ebbflow.ocpp.domain.GridRule;
import energy.ebbflow.ocpp.domain.GridRule.Return;
import java.util.Optional;

/**
 * Where one curve stands: the value that holds, and what is held after an event. Pure.
 *
 * @param percent that holds; absent before the first value
 * @param held lowest value of an event that is not over yet
 * @param normalNanos since when the grid has been normal again
 */
record CurveWatch(Optional<Double> percent, Optional<Double> held, Optional<Long> normalNanos) {
  static final CurveWatch NEW =
      new CurveWatch(Optional.empty(), Optional.empty(), Optional.empty());

  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * A new value.
   *
   * @param x frequency or voltage
   * @param seconds since the value before
   */
  CurveWatch see(GridRule.Curve rule, double x, double seconds, long nowNanos) {
    double raw = Curves.value(rule.points(), x);
    CurveWatch next =
        rule.back().isPresent()
            ? hold(rule.back().get(), raw, x, seconds, nowNanos)
            : new CurveWatch(percent, Optional.empty(), Optional.empty());
    double target = next.held().map(low -> Math.min(low, raw)).orElse(raw);
    double value = Curves.lag(percent.orElse(target), target, seconds, rule.responseSeconds());
    return new CurveWatch(Optional.of(value), next.held(), next.normalNanos());
  }

  /** Outside the normal bounds the lowest value is held; back inside it rises after the delay. */
  private CurveWatch hold(Return back, double raw, double x, double seconds, long nowNanos) {
    if (x < back.low() || x > back.high()) {
      return new CurveWatch(
          percent, Optional.of(held.map(low -> Math.min(low, raw)).orElse(raw)), Optional.empty());
    }
    if (held.isEmpty()) {
      return new CurveWatch(percent, Optional.empty(), Optional.empty());
    }
    long since = normalNanos.orElse(nowNanos);
    if (nowNanos - since < back.delaySeconds() * NANOS_PER_SECOND) {
      return new CurveWatch(percent, held, Optional.of(since));
    }
    double risen = held.get() + back.percentPerSecond() * seconds;
    boolean over = back.percentPerSecond() == 0 || risen >= raw;
    return new CurveWatch(
        percent, over ? Optional.empty() : Optional.of(risen), Optional.of(since));
  }
}
