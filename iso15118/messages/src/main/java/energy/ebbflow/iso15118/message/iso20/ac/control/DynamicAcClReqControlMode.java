package energy.ebbflow.iso15118.message.iso20.ac.control;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.Optional;

/**
 * Dynamic_AC_CLReqControlMode. Dynamic control: what the vehicle wants, for charging.
 *
 * @param departureTime when the user wants to leave; s from now, 0 to 4294967295
 * @param evTargetEnergyRequest energy to the target; Wh, below 0 when above it
 * @param evMaximumEnergyRequest energy that the battery can still take; Wh
 * @param evMinimumEnergyRequest energy to the minimum state of charge; Wh, below 0 when above it
 * @param evMaximumChargePower the most power that the vehicle takes; W
 * @param evMaximumChargePowerL2 the most power that the vehicle takes on phase L2; W
 * @param evMaximumChargePowerL3 the most power that the vehicle takes on phase L3; W
 * @param evMinimumChargePower the least power with which the vehicle charges; W
 * @param evMinimumChargePowerL2 the least power with which the vehicle charges on phase L2; W
 * @param evMinimumChargePowerL3 the least power with which the vehicle charges on phase L3; W
 * @param evPresentActivePower the active power that the vehicle takes now, below 0 when it gives; W
 * @param evPresentActivePowerL2 the same on phase L2; W
 * @param evPresentActivePowerL3 the same on phase L3; W
 * @param evPresentReactivePower the reactive power of the vehicle now; var
 * @param evPresentReactivePowerL2 the same on phase L2; var
 * @param evPresentReactivePowerL3 the same on phase L3; var
 */
@ExiName("Dynamic_AC_CLReqControlMode")
@ExiType(namespace = Namespaces.ISO20_AC)
public record DynamicAcClReqControlMode(
    @ExiElement(value = "DepartureTime", namespace = Namespaces.ISO20_COMMON_TYPES)
        @Range(min = 0, max = 4294967295L)
        Optional<Long> departureTime,
    @ExiElement(value = "EVTargetEnergyRequest", namespace = Namespaces.ISO20_COMMON_TYPES)
        RationalNumber evTargetEnergyRequest,
    @ExiElement(value = "EVMaximumEnergyRequest", namespace = Namespaces.ISO20_COMMON_TYPES)
        RationalNumber evMaximumEnergyRequest,
    @ExiElement(value = "EVMinimumEnergyRequest", namespace = Namespaces.ISO20_COMMON_TYPES)
        RationalNumber evMinimumEnergyRequest,
    @ExiElement("EVMaximumChargePower") RationalNumber evMaximumChargePower,
    @ExiElement("EVMaximumChargePower_L2") Optional<RationalNumber> evMaximumChargePowerL2,
    @ExiElement("EVMaximumChargePower_L3") Optional<RationalNumber> evMaximumChargePowerL3,
    @ExiElement("EVMinimumChargePower") RationalNumber evMinimumChargePower,
    @ExiElement("EVMinimumChargePower_L2") Optional<RationalNumber> evMinimumChargePowerL2,
    @ExiElement("EVMinimumChargePower_L3") Optional<RationalNumber> evMinimumChargePowerL3,
    @ExiElement("EVPresentActivePower") RationalNumber evPresentActivePower,
    @ExiElement("EVPresentActivePower_L2") Optional<RationalNumber> evPresentActivePowerL2,
    @ExiElement("EVPresentActivePower_L3") Optional<RationalNumber> evPresentActivePowerL3,
    @ExiElement("EVPresentReactivePower") RationalNumber evPresentReactivePower,
    @ExiElement("EVPresentReactivePower_L2") Optional<RationalNumber> evPresentReactivePowerL2,
    @ExiElement("EVPresentReactivePower_L3") Optional<RationalNumber> evPresentReactivePowerL3)
    implements AcClReqControlMode, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public DynamicAcClReqControlMode {
    Facets.range("DepartureTime", departureTime, 0, 4294967295L);
  }
}
