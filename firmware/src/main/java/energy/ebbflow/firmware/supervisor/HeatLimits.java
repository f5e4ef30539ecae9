package energy.ebbflow.firmware.supervisor;

/**
 * What one temperature sensor means, in °C.
 *
 * @param derate up to which the full current is given
 * @param max at which the session is stopped, above {@code derate}
 * @param again below which charging may start again, below {@code max}
 */
public record HeatLimits(double derate, double max, double again) {
  /** Our own: how far below the limit the current begins to be reduced, K. */
  public static final double DERATE_BELOW_MAX = 15;

  /** Our own: how far below the limit charging may start again, K. */
  public static final double AGAIN_BELOW_MAX = 10;

  public HeatLimits {
    if (!(derate < max && again < max)) {
      throw new IllegalArgumentException(
          "the supervisor expects to derate and to start again below the limit of "
              + max
              + " °C, got "
              + derate
              + " and "
              + again);
    }
  }

  /** The usual distances from the limit. */
  public static HeatLimits upTo(double max) {
    return new HeatLimits(max - DERATE_BELOW_MAX, max, max - AGAIN_BELOW_MAX);
  }
}
