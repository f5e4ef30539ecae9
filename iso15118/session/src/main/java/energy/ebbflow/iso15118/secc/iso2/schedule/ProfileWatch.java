package energy.ebbflow.iso15118.secc.iso2.schedule;

import energy.ebbflow.iso15118.secc.iso2.Iso2Timing;
import java.util.OptionalLong;

/**
 * Watches whether a vehicle keeps to what it promised. Told once each time it leaves its profile
 * for longer than a moment. Nothing else follows: the limits of the moment bind it anyway.
 *
 * @param sinceNanos since when it is above; empty while it is not
 * @param told whether that was told
 */
public record ProfileWatch(OptionalLong sinceNanos, boolean told) {
  /** The vehicle keeps to its profile. */
  public static final ProfileWatch QUIET = new ProfileWatch(OptionalLong.empty(), false);

  /** Meters and vehicles do not agree better than this. */
  private static final double TOLERANCE_SHARE = 0.05;

  private static final double TOLERANCE_WATTS = 100;

  /** The tolerance of a promise where the plan has none, W. */
  public static double tolerance(double promisedWatts) {
    return TOLERANCE_WATTS + TOLERANCE_SHARE * Math.abs(promisedWatts);
  }

  /** After a measurement, W towards the vehicle. */
  public ProfileWatch seeing(
      double watts, double promisedWatts, double toleranceWatts, long nowNanos) {
    if (watts <= promisedWatts + toleranceWatts) {
      return QUIET;
    }
    long since = sinceNanos.orElse(nowNanos);
    return new ProfileWatch(
        OptionalLong.of(since), nowNanos - since >= Iso2Timing.PROFILE_PATIENCE);
  }
}
