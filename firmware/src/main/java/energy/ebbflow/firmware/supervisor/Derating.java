package energy.ebbflow.firmware.supervisor;

import java.util.Optional;

/**
 * How much of its current a warm outlet still gives: everything up to {@link
 * SupervisorConfig#celsiusDerate()}, {@link #LEAST} at the temperature at which the session is
 * stopped, in between in steps. Immutable.
 *
 * @param fraction of the rated current, {@link #LEAST} to 1
 */
public record Derating(double fraction) {
  /** Our own: less does not cool a contact any faster, and 32 A still are the 8 A of a Zoe. */
  public static final double LEAST = 0.25;

  /** Our own: a smaller step would only make the vehicle follow the sensor's noise. */
  public static final double STEP = 0.05;

  /** Our own: how much cooler it must be before a step is taken back, K. */
  public static final double HYSTERESIS = 2;

  /** Full power. */
  public static final Derating NONE = new Derating(1);

  public Derating {
    if (!(fraction >= LEAST && fraction <= 1)) {
      throw new IllegalArgumentException(
          "derating expects a fraction from " + LEAST + " to 1, got " + fraction);
    }
  }

  /** The same after a look at the temperature; without one nothing changes. */
  Derating at(Optional<Double> celsius, SupervisorConfig config) {
    if (celsius.isEmpty()) {
      return this;
    }
    double lower = permitted(celsius.get(), config);
    if (lower < fraction) {
      return new Derating(lower);
    }
    double higher = permitted(celsius.get() + HYSTERESIS, config);
    return higher > fraction ? new Derating(higher) : this;
  }

  private static double permitted(double celsius, SupervisorConfig config) {
    double span = config.celsiusMax() - config.celsiusDerate();
    double over = (celsius - config.celsiusDerate()) / span;
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
