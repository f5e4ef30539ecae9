package energy.ebbflow.firmware.supervisor;

import java.util.Map;

/**
 * How much of its current a warm outlet still gives: everything while each sensor is below its
 * {@link HeatLimits#derate()}, {@link #LEAST} at a temperature at which the session is stopped, in
 * between in steps. The sensor that permits least decides. Immutable.
 *
 * @param fraction of the rated current, {@link #LEAST} to 1
 * @param sensor the one that decides; empty at full power
 */
public record Derating(double fraction, String sensor) {
  /** Our own: less does not cool a contact any faster, and 32 A still are the 8 A of a Zoe. */
  public static final double LEAST = 0.25;

  /** Our own: a smaller step would only make the vehicle follow the sensor's noise. */
  public static final double STEP = 0.05;

  /** Our own: how much cooler it must be before a step is taken back, K. */
  public static final double HYSTERESIS = 2;

  /** Full power. */
  public static final Derating NONE = new Derating(1, "");

  public Derating {
    if (!(fraction >= LEAST && fraction <= 1)) {
      throw new IllegalArgumentException(
          "derating expects a fraction from " + LEAST + " to 1, got " + fraction);
    }
  }

  /** The same after a look at the temperatures; without one nothing changes. */
  Derating at(Map<String, Double> celsius, SupervisorConfig config) {
    if (celsius.isEmpty()) {
      return this;
    }
    Derating lower = permitted(celsius, 0, config);
    if (lower.fraction < fraction) {
      return lower;
    }
    Derating higher = permitted(celsius, HYSTERESIS, config);
    if (higher.fraction > fraction) {
      return higher;
    }
    // As much as before, but it may be another sensor now that permits no more.
    return active() && recovered(celsius, config) ? new Derating(fraction, higher.sensor) : this;
  }

  private boolean recovered(Map<String, Double> celsius, SupervisorConfig config) {
    Double mine = celsius.get(sensor);
    return mine == null || permitted(mine + HYSTERESIS, config.heatOf(sensor)) > fraction;
  }

  private static Derating permitted(
      Map<String, Double> celsius, double warmer, SupervisorConfig config) {
    Derating least = NONE;
    for (Map.Entry<String, Double> one : celsius.entrySet()) {
      double fraction = permitted(one.getValue() + warmer, config.heatOf(one.getKey()));
      if (fraction < least.fraction) {
        least = new Derating(fraction, one.getKey());
      }
    }
    return least;
  }

  private static double permitted(double celsius, HeatLimits limits) {
    double span = limits.max() - limits.derate();
    double over = (celsius - limits.derate()) / span;
    double exact = 1 - (1 - LEAST) * over;
    // NaN counts as too hot.
    double bounded = exact > LEAST ? Math.min(exact, 1) : LEAST;
    return Math.max(LEAST, Math.floor(bounded / STEP + ROUNDING) * STEP);
  }

  /** Absorbs the error of binary fractions: 0.95 stays 0.95. */
  private static final double ROUNDING = 1e-9;

  /** Whether less than the rated current is given. */
  public boolean active() {
    return fraction < 1;
  }
}
