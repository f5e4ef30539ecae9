package energy.ebbflow.ocpp.profile;

import energy.ebbflow.ocpp.v2.type.ChargingRateUnit;

/**
 * How watts and amperes of an outlet relate.
 *
 * @param nominalVolts phase to neutral for AC, bus for DC; above 0
 * @param phases conductors that carry the ampere of a limit, 1 to 3; 1 for DC
 * @param maxWatts what the outlet can deliver
 * @param maxDischargeWatts what it can take back, a magnitude; 0 where it cannot
 */
public record Electrical(
    double nominalVolts, int phases, double maxWatts, double maxDischargeWatts) {
  public Electrical {
    if (!(nominalVolts > 0) || phases < 1 || phases > 3 || !(maxWatts >= 0)) {
      throw new IllegalArgumentException(
          "expected volts above 0, 1 to 3 phases and watts of at least 0, got "
              + nominalVolts
              + " V, "
              + phases
              + " phases, "
              + maxWatts
              + " W");
    }
  }

  /** The same power in another unit; {@code usedPhases} 0 means all. */
  public double convert(double value, ChargingRateUnit from, ChargingRateUnit to, int usedPhases) {
    if (from == to) {
      return value;
    }
    double wattsPerAmpere = nominalVolts * (usedPhases == 0 ? phases : usedPhases);
    return to == ChargingRateUnit.W ? value * wattsPerAmpere : value / wattsPerAmpere;
  }
}
