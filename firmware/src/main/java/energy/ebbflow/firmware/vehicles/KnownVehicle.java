package energy.ebbflow.firmware.vehicles;

import energy.ebbflow.iec61851.tolerance.PauseTolerance;
import energy.ebbflow.iec61851.tolerance.VehicleKey;
import java.time.Instant;

/**
 * What is remembered of one vehicle.
 *
 * @param key hash of its identity
 * @param tolerance how it bears interruptions
 * @param testPermitted its user has not opted out of tests
 * @param phaseSwitching somebody has vouched that its phases may be switched
 * @param label name for people, may be empty; at most {@link #LABEL_MAX} characters
 */
public record KnownVehicle(
    VehicleKey key,
    PauseTolerance tolerance,
    boolean testPermitted,
    boolean phaseSwitching,
    String label) {
  /** Our own: as much as fits in a line. */
  public static final int LABEL_MAX = 60;

  public KnownVehicle {
    if (label.length() > LABEL_MAX) {
      throw new IllegalArgumentException(
          "a label expects at most " + LABEL_MAX + " characters, got " + label.length());
    }
  }

  /** A vehicle that was never seen. */
  public static KnownVehicle unknown(VehicleKey key, Instant now) {
    return new KnownVehicle(key, PauseTolerance.unknown(now), true, false, "");
  }

  /** The same with other knowledge. */
  public KnownVehicle knowing(PauseTolerance other) {
    return new KnownVehicle(key, other, testPermitted, phaseSwitching, label);
  }
}
