package energy.ebbflow.iso15118.message.iso20.ac.control;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.Optional;

/**
 * BPT_Scheduled_AC_CLReqControlMode. Scheduled control: what the vehicle wants, for charging and
 * discharging.
 *
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
 * @param evMaximumDischargePower the most power that the vehicle gives; W
 * @param evMaximumDischargePowerL2 the most power that the vehicle gives on phase L2; W
 * @param evMaximumDischargePowerL3 the most power that the vehicle gives on phase L3; W
 * @param evMinimumDischargePower the least power with which the vehicle discharges; W
 * @param evMinimumDischargePowerL2 the least power with which the vehicle discharges on phase L2; W
 * @param evMinimumDischargePowerL3 the least power with which the vehicle discharges on phase L3; W
 */
@ExiName("BPT_Scheduled_AC_CLReqControlMode")
@ExiType(namespace = Namespaces.ISO20_AC)
public record BptScheduledAcClReqControlMode(
    @ExiElement(value = "EVTargetEnergyRequest", namespace = Namespaces.ISO20_COMMON_TYPES)
        Optional<RationalNumber> evTargetEnergyRequest,
    @ExiElement(value = "EVMaximumEnergyRequest", namespace = Namespaces.ISO20_COMMON_TYPES)
        Optional<RationalNumber> evMaximumEnergyRequest,
    @ExiElement(value = "EVMinimumEnergyRequest", namespace = Namespaces.ISO20_COMMON_TYPES)
        Optional<RationalNumber> evMinimumEnergyRequest,
    @ExiElement("EVMaximumChargePower") Optional<RationalNumber> evMaximumChargePower,
    @ExiElement("EVMaximumChargePower_L2") Optional<RationalNumber> evMaximumChargePowerL2,
    @ExiElement("EVMaximumChargePower_L3") Optional<RationalNumber> evMaximumChargePowerL3,
    @ExiElement("EVMinimumChargePower") Optional<RationalNumber> evMinimumChargePower,
    @ExiElement("EVMinimumChargePower_L2") Optional<RationalNumber> evMinimumChargePowerL2,
    @ExiElement("EVMinimumChargePower_L3") Optional<RationalNumber> evMinimumChargePowerL3,
    @ExiElement("EVPresentActivePower") RationalNumber evPresentActivePower,
    @ExiElement("EVPresentActivePower_L2") Optional<RationalNumber> evPresentActivePowerL2,
    @ExiElement("EVPresentActivePower_L3") Optional<RationalNumber> evPresentActivePowerL3,
    @ExiElement("EVPresentReactivePower") Optional<RationalNumber> evPresentReactivePower,
    @ExiElement("EVPresentReactivePower_L2") Optional<RationalNumber> evPresentReactivePowerL2,
    @ExiElement("EVPresentReactivePower_L3") Optional<RationalNumber> evPresentReactivePowerL3,
    @ExiElement("EVMaximumDischargePower") Optional<RationalNumber> evMaximumDischargePower,
    @ExiElement("EVMaximumDischargePower_L2") Optional<RationalNumber> evMaximumDischargePowerL2,
    @ExiElement("EVMaximumDischargePower_L3") Optional<RationalNumber> evMaximumDischargePowerL3,
    @ExiElement("EVMinimumDischargePower") Optional<RationalNumber> evMinimumDischargePower,
    @ExiElement("EVMinimumDischargePower_L2") Optional<RationalNumber> evMinimumDischargePowerL2,
    @ExiElement("EVMinimumDischargePower_L3") Optional<RationalNumber> evMinimumDischargePowerL3)
    implements AcClReqControlMode, V2gMessage {}
