package energy.ebbflow.simulator.physics;

import java.util.List;

/**
 * A traction battery as its maker would describe it.
 *
 * @param capacityWattHours usable energy between 0 and 100 %, Wh
 * @param openCircuitVolts at least two voltages, V, evenly spread from 0 to 100 % state of charge,
 *     rising
 * @param ohms internal resistance including the vehicle's cables, Ω
 * @param voltsMin terminal voltage below which discharge stops, V
 * @param voltsMax terminal voltage never exceeded while charging, V
 * @param chargeAmpsMax most charging current, A, at least 0
 * @param dischargeAmpsMax most discharging current, A, at least 0
 * @param chargeWattsMax most charging power, W, at least 0
 * @param dischargeWattsMax most discharging power, W, at least 0
 * @param chargeEfficiency part of the charge that is stored, above 0, at most 1
 */
public record BatterySpec(
    double capacityWattHours,
    List<Double> openCircuitVolts,
    double ohms,
    double voltsMin,
    double voltsMax,
    double chargeAmpsMax,
    double dischargeAmpsMax,
    double chargeWattsMax,
    double dischargeWattsMax,
    double chargeEfficiency) {

  public BatterySpec {
    openCircuitVolts = List.copyOf(openCircuitVolts);
    require(capacityWattHours > 0, "capacity above 0 Wh", capacityWattHours);
    require(openCircuitVolts.size() >= 2, "two or more voltages", openCircuitVolts.size());
    for (int i = 1; i < openCircuitVolts.size(); i++) {
      double step = openCircuitVolts.get(i) - openCircuitVolts.get(i - 1);
      require(step > 0, "a rising open-circuit voltage", step);
    }
    require(ohms > 0, "internal resistance above 0 Ω", ohms);
    require(voltsMin > 0 && voltsMin < voltsMax, "0 < voltsMin < voltsMax", voltsMin);
    require(chargeAmpsMax >= 0, "chargeAmpsMax of at least 0", chargeAmpsMax);
    require(dischargeAmpsMax >= 0, "dischargeAmpsMax of at least 0", dischargeAmpsMax);
    require(chargeWattsMax >= 0, "chargeWattsMax of at least 0", chargeWattsMax);
    require(dischargeWattsMax >= 0, "dischargeWattsMax of at least 0", dischargeWattsMax);
    require(
        chargeEfficiency > 0 && chargeEfficiency <= 1,
        "charge efficiency above 0 up to 1",
        chargeEfficiency);
  }

  /** Mean open-circuit voltage over the whole range, V (trapezoids between the points). */
  public double meanVolts() {
    double sum = 0;
    for (int i = 1; i < openCircuitVolts.size(); i++) {
      sum += (openCircuitVolts.get(i) + openCircuitVolts.get(i - 1)) / 2;
    }
    return sum / (openCircuitVolts.size() - 1);
  }

  /** Charge between 0 and 100 %, in ampere-seconds. */
  public double capacityAmpSeconds() {
    return capacityWattHours * 3600 / meanVolts();
  }

  private static void require(boolean holds, String expected, double got) {
    if (!holds) {
      throw new IllegalArgumentException("battery expects " + expected + ", got " + got);
    }
  }
}
