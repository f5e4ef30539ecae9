package energy.ebbflow.ocpp.domain;

import java.util.List;
import java.util.Optional;

/**
 * What an outlet finds out by itself while a period of a charging profile rules: it must not wait
 * for the link.
 *
 * @param frequency the power follows the frequency of the grid (OCPP 2.1 Q08)
 * @param balancing the power keeps the site's connection within thresholds (Q09)
 * @param fullness a limit above a state of charge (K01.FR.100)
 * @param sleep the power electronics may go to sleep (Q10)
 * @param beforeStation a set-point of this outlet goes before one of the whole station (Q06.FR.22)
 * @param tellPercent a smaller change need not be told (SC.03)
 */
public record Steering(
    Optional<Frequency> frequency,
    Optional<Balancing> balancing,
    Optional<Fullness> fullness,
    boolean sleep,
    boolean beforeStation,
    double tellPercent) {
  /** Nothing of it. */
  public static final Steering NONE =
      new Steering(Optional.empty(), Optional.empty(), Optional.empty(), false, false, 0);

  /**
   * Power by frequency.
   *
   * @param baselineWatts what the curve is added to
   * @param curve rising frequencies, at least two points
   * @param signalWatts what the operator's signal adds now (aFRR)
   * @param thresholdHertz a smaller change of the frequency changes nothing
   */
  public record Frequency(
      double baselineWatts, List<Point> curve, double signalWatts, double thresholdHertz) {
    public Frequency {
      curve = List.copyOf(curve);
      if (curve.size() < 2) {
        throw new IllegalArgumentException(
            "a curve expects two points at least, got " + curve.size());
      }
    }

    /** Power at a frequency, positive towards the vehicle. */
    public record Point(double hertz, double watts) {}
  }

  /**
   * Thresholds of the site's power in W, positive where it draws from the grid.
   *
   * @param upperOffsetWatts added to the upper threshold once it is passed
   * @param lowerOffsetWatts added to the lower threshold once it is passed
   * @param sharers outlets that correct the same connection now, this one included; at least 1
   */
  public record Balancing(
      double upperWatts,
      double lowerWatts,
      double upperOffsetWatts,
      double lowerOffsetWatts,
      int sharers) {
    public Balancing {
      if (sharers < 1) {
        throw new IllegalArgumentException("load balancing expects 1 outlet, got " + sharers);
      }
    }
  }

  /**
   * A limit for vehicles that are nearly full.
   *
   * @param percent from this state of charge on
   */
  public record Fullness(double percent, BackOfficeCommand.PowerBounds.Quantity limit) {}
}
