package energy.ebbflow.iso15118.message.iso20;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.Optional;

/**
 * DisplayParametersType. What the vehicle shows its user.
 *
 * @param presentSoc the state of charge now; %, 0 to 100
 * @param minimumSoc the state of charge to reach as soon as possible and never to fall below; %, 0
 *     to 100
 * @param targetSoc the state of charge wanted at departure; %, 0 to 100
 * @param maximumSoc the state of charge never to exceed; %, 0 to 100
 * @param remainingTimeToMinimumSoc time to the minimum state of charge; s, 0 to 4294967295
 * @param remainingTimeToTargetSoc time to the target state of charge; s, 0 to 4294967295
 * @param remainingTimeToMaximumSoc time to the maximum state of charge; s, 0 to 4294967295
 * @param chargingComplete whether the vehicle regards charging as finished
 * @param batteryEnergyCapacity what the battery holds when full; Wh
 * @param inletHot whether the inlet is too hot
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_TYPES)
public record DisplayParameters(
    @ExiElement("PresentSOC") @Range(min = 0, max = 100) Optional<Integer> presentSoc,
    @ExiElement("MinimumSOC") @Range(min = 0, max = 100) Optional<Integer> minimumSoc,
    @ExiElement("TargetSOC") @Range(min = 0, max = 100) Optional<Integer> targetSoc,
    @ExiElement("MaximumSOC") @Range(min = 0, max = 100) Optional<Integer> maximumSoc,
    @ExiElement("RemainingTimeToMinimumSOC") @Range(min = 0, max = 4294967295L)
        Optional<Long> remainingTimeToMinimumSoc,
    @ExiElement("RemainingTimeToTargetSOC") @Range(min = 0, max = 4294967295L)
        Optional<Long> remainingTimeToTargetSoc,
    @ExiElement("RemainingTimeToMaximumSOC") @Range(min = 0, max = 4294967295L)
        Optional<Long> remainingTimeToMaximumSoc,
    @ExiElement("ChargingComplete") Optional<Boolean> chargingComplete,
    @ExiElement("BatteryEnergyCapacity") Optional<RationalNumber> batteryEnergyCapacity,
    @ExiElement("InletHot") Optional<Boolean> inletHot) {

  /** Checks the bounds that the schema sets. */
  public DisplayParameters {
    Facets.range("PresentSOC", presentSoc, 0, 100);
    Facets.range("MinimumSOC", minimumSoc, 0, 100);
    Facets.range("TargetSOC", targetSoc, 0, 100);
    Facets.range("MaximumSOC", maximumSoc, 0, 100);
    Facets.range("RemainingTimeToMinimumSOC", remainingTimeToMinimumSoc, 0, 4294967295L);
    Facets.range("RemainingTimeToTargetSOC", remainingTimeToTargetSoc, 0, 4294967295L);
    Facets.range("RemainingTimeToMaximumSOC", remainingTimeToMaximumSoc, 0, 4294967295L);
  }
}
