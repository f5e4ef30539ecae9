package energy.ebbflow.iso15118.secc;

import java.util.Optional;

/**
 * What a vehicle says of itself beyond its limits; absent where it said nothing.
 *
 * @param maximumSocPercent never above this, 0 to 100
 * @param secondsToMinimumSoc its own estimate
 * @param secondsToTargetSoc its own estimate
 * @param secondsToMaximumSoc its own estimate; of full charge where the protocol knows no maximum
 * @param chargingComplete it regards charging as finished
 * @param bulkChargingComplete it regards the fast part of charging as finished (-2, DIN)
 * @param inletHot its inlet is too hot
 * @param batteryCapacityWh what its battery holds when full
 * @param v2xEnergyMaxWh energy to the upper end of what it lends to the grid
 * @param v2xEnergyMinWh energy to the lower end of it, negative when above it
 * @param chargeWattsMin least power it takes
 * @param dischargeWattsMin least power it gives
 * @param chargeWatts most power it takes by phase, where it names phases
 * @param dischargeWatts most power it gives by phase, where it names phases
 * @param presentWatts active power it measures, positive into the vehicle (AC)
 * @param presentVars reactive power it measures (AC)
 */
public record VehicleDetail(
    Optional<Double> maximumSocPercent,
    Optional<Long> secondsToMinimumSoc,
    Optional<Long> secondsToTargetSoc,
    Optional<Long> secondsToMaximumSoc,
    Optional<Boolean> chargingComplete,
    Optional<Boolean> bulkChargingComplete,
    Optional<Boolean> inletHot,
    Optional<Double> batteryCapacityWh,
    Optional<Double> v2xEnergyMaxWh,
    Optional<Double> v2xEnergyMinWh,
    Optional<Double> chargeWattsMin,
    Optional<Double> dischargeWattsMin,
    Optional<PhaseValues> chargeWatts,
    Optional<PhaseValues> dischargeWatts,
    Optional<PhaseValues> presentWatts,
    Optional<PhaseValues> presentVars) {
  /** Nothing was said. */
  public static final VehicleDetail UNKNOWN =
      new VehicleDetail(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
