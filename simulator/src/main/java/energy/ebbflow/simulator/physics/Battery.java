package energy.ebbflow.simulator.physics;

/**
 * A battery at one instant: an open-circuit voltage that follows the state of charge, behind an
 * internal resistance.
 *
 * @param spec what it is
 * @param soc state of charge, 0 to 1
 */
public record Battery(BatterySpec spec, double soc) {
  public Battery {
    if (!(soc >= 0 && soc <= 1)) {
      throw new IllegalArgumentException("state of charge expects 0 to 1, got " + soc);
    }
  }

  /** Voltage without current, V. */
  public double openCircuitVolts() {
    int last = spec.openCircuitVolts().size() - 1;
    double place = soc * last;
    int below = Math.min((int) place, last - 1);
    double low = spec.openCircuitVolts().get(below);
    double high = spec.openCircuitVolts().get(below + 1);
    return low + (high - low) * (place - below);
  }

  /** Voltage at the terminals while {@code amps} flow in, V. */
  public double terminalVolts(double amps) {
    return openCircuitVolts() + amps * spec.ohms();
  }

  /** Stored energy, Wh, counted at the mean voltage. */
  public double storedWattHours() {
    return soc * spec.capacityWattHours();
  }

  /**
   * Most current it takes now, A: its rated current and power, tapered so that the terminals stay
   * under the highest voltage (constant current, then constant voltage); 0 when full.
   */
  public double chargeAmpsNow() {
    if (soc >= 1) {
      return 0;
    }
    double taper = (spec.voltsMax() - openCircuitVolts()) / spec.ohms();
    double power = spec.chargeWattsMax() / openCircuitVolts();
    return Math.max(0, Math.min(taper, Math.min(power, spec.chargeAmpsMax())));
  }

  /** Most current it gives now, A, a magnitude; 0 when empty. */
  public double dischargeAmpsNow() {
    if (soc <= 0) {
      return 0;
    }
    double sag = (openCircuitVolts() - spec.voltsMin()) / spec.ohms();
    double power = spec.dischargeWattsMax() / openCircuitVolts();
    return Math.max(0, Math.min(sag, Math.min(power, spec.dischargeAmpsMax())));
  }

  /**
   * The battery after charge has flowed.
   *
   * @param ampSeconds charge into the terminals, signed
   */
  public Battery afterCharge(double ampSeconds) {
    double stored = ampSeconds > 0 ? ampSeconds * spec.chargeEfficiency() : ampSeconds;
    double next = soc + stored / spec.capacityAmpSeconds();
    return new Battery(spec, Math.max(0, Math.min(1, next)));
  }

  /**
   * The battery after energy came from or went to an on-board converter.
   *
   * @param wattSeconds energy at the terminals, signed
   */
  public Battery afterEnergy(double wattSeconds) {
    return afterCharge(wattSeconds / openCircuitVolts());
  }

  /**
   * The same charge in a pack whose voltages are all shifted so that this one has {@code volts}.
   */
  public Battery withOpenCircuitVolts(double volts) {
    double shift = volts - openCircuitVolts();
    BatterySpec moved =
        new BatterySpec(
            spec.capacityWattHours(),
            spec.openCircuitVolts().stream().map(v -> v + shift).toList(),
            spec.ohms(),
            spec.voltsMin() + shift,
            spec.voltsMax() + shift,
            spec.chargeAmpsMax(),
            spec.dischargeAmpsMax(),
            spec.chargeWattsMax(),
            spec.dischargeWattsMax(),
            spec.chargeEfficiency());
    return new Battery(moved, soc);
  }
}
