package energy.ebbflow.iec61851.tolerance;

import java.util.OptionalLong;

/**
 * The user's time, as far as it is known.
 *
 * @param secondsToDeparture absent if nobody has said
 * @param secondsNeeded time that charging needs at full current; 0 if not known
 * @param testPermitted false for guests, and for users that opted out
 */
public record Goal(OptionalLong secondsToDeparture, long secondsNeeded, boolean testPermitted) {
  /** Nothing is known, and nobody has objected to a test. */
  public static final Goal OPEN = new Goal(OptionalLong.empty(), 0, true);

  /** Whether a test cannot cost the user anything, even if the vehicle has to be woken. */
  boolean leavesTimeForTest(ToleranceConfig config) {
    if (!testPermitted) {
      return false;
    }
    return secondsToDeparture.isPresent()
        ? secondsToDeparture.getAsLong() - secondsNeeded >= config.marginSeconds()
        : config.testWithoutDeparture();
  }
}
