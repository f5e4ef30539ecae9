package energy.ebbflow.iso15118.message.iso20.dc.control;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.Optional;

/**
 * BPT_Scheduled_DC_CLReqControlMode. Scheduled control: what the vehicle wants, for charging and
 * discharging.
 *
 * @param evTargetEnergyRequest energy to the target; Wh, below 0 when above it
 * @param evMaximumEnergyRequest energy that the battery can still take; Wh
 * @param evMinimumEnergyRequest energy to the minimum state of charge; Wh, below 0 when above it
 * @param evTargetCurrent the current that the vehicle wants; A
 * @param evTargetVoltage the voltage that the vehicle wants; V
 * @param evMaximumChargePower the most power that the vehicle takes; W
 * @param evMinimumChargePower the least power with which the vehicle charges; W
 * @param evMaximumChargeCurrent the most current that the vehicle takes; A
 * @param evMaximumVoltage the voltage that the vehicle must not exceed; V
 * @param evMinimumVoltage the lowest voltage with which the vehicle works; V
 * @param evMaximumDischargePower the most power that the vehicle gives; W
 * @param evMinimumDischargePower the least power with which the vehicle discharges; W
 * @param evMaximumDischargeCurrent the most current that the vehicle gives; A
 */
@ExiName("BPT_Scheduled_DC_CLReqControlMode")
@ExiType(namespace = Namespaces.ISO20_DC)
public record BptScheduledDcClReqControlMode(
    @ExiElement(value = "EVTargetEnergyRequest", namespace = Namespaces.ISO20_COMMON_TYPES)
        Optional<RationalNumber> evTargetEnergyRequest,
    @ExiElement(value = "EVMaximumEnergyRequest", namespace = Namespaces.ISO20_COMMON_TYPES)
        Optional<RationalNumber> evMaximumEnergyRequest,
    @ExiElement(value = "EVMinimumEnergyRequest", namespace = Namespaces.ISO20_COMMON_TYPES)
        Optional<RationalNumber> evMinimumEnergyRequest,
    @ExiElement("EVTargetCurrent") RationalNumber evTargetCurrent,
    @ExiElement("EVTargetVoltage") RationalNumber evTargetVoltage,
    @ExiElement("EVMaximumChargePower") Optional<RationalNumber> evMaximumChargePower,
    @ExiElement("EVMinimumChargePower") Optional<RationalNumber> evMinimumChargePower,
    @ExiElement("EVMaximumChargeCurrent") Optional<RationalNumber> evMaximumChargeCurrent,
    @ExiElement("EVMaximumVoltage") Optional<RationalNumber> evMaximumVoltage,
    @ExiElement("EVMinimumVoltage") Optional<RationalNumber> evMinimumVoltage,
    @ExiElement("EVMaximumDischargePower") Optional<RationalNumber> evMaximumDischargePower,
    @ExiElement("EVMinimumDischargePower") Optional<RationalNumber> evMinimumDischargePower,
    @ExiElement("EVMaximumDischargeCurrent") Optional<RationalNumber> evMaximumDischargeCurrent)
    implements DcClReqControlMode, V2gMessage {}
