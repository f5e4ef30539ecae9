package energy.ebbflow.simulator.physics;

/**
 * A meter with two registers that only ever grow.
 *
 * @param importedWattHours energy towards the vehicle, Wh
 * @param exportedWattHours energy from the vehicle, Wh
 */
public record EnergyMeter(double importedWattHours, double exportedWattHours) {
  /** A new meter. */
  public static final EnergyMeter NEW = new EnergyMeter(0, 0);

  private static final double SECONDS_PER_HOUR = 3600;

  /** Counts {@code watts} (signed, positive towards the vehicle) over {@code seconds}. */
  public EnergyMeter count(double watts, double seconds) {
    double wattHours = watts * seconds / SECONDS_PER_HOUR;
    return wattHours >= 0
        ? new EnergyMeter(importedWattHours + wattHours, exportedWattHours)
        : new EnergyMeter(importedWattHours, exportedWattHours - wattHours);
  }
}
