package energy.ebbflow.iso15118.message.iso20.dc.control;

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
 * BPT_Dynamic_DC_CLReqControlMode. Dynamic control: what the vehicle wants, for charging and
 * discharging.
 *
 * @param departureTime when the user wants to leave; s from now, 0 to 4294967295
 * @param evTargetEnergyRequest energy to the target; Wh, below 0 when above it
 * @param evMaximumEnergyRequest energy that the battery can still take; Wh
 * @param evMinimumEnergyRequest energy to the minimum state of charge; Wh, below 0 when above it
 * @param evMaximumChargePower the most power that the vehicle takes; W
 * @param evMinimumChargePower the least power with which the vehicle charges; W
 * @param evMaximumChargeCurrent the most current that the vehicle takes; A
 * @param evMaximumVoltage the voltage that the vehicle must not exceed; V
 * @param evMinimumVoltage the lowest voltage with which the vehicle works; V
 * @param evMaximumDischargePower the most power that the vehicle gives; W
 * @param evMinimumDischargePower the least power with which the vehicle discharges; W
 * @param evMaximumDischargeCurrent the most current that the vehicle gives; A
 * @param evMaximumV2xEnergyRequest energy to the upper end of the range for V2X; Wh
 * @param evMinimumV2xEnergyRequest energy to the lower end of the range for V2X; Wh
 */
@ExiName("BPT_Dynamic_DC_CLReqControlMode")
@ExiType(namespace = Namespaces.ISO20_DC)
public record BptDynamicDcClReqControlMode(
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
    @ExiElement("EVMinimumChargePower") RationalNumber evMinimumChargePower,
    @ExiElement("EVMaximumChargeCurrent") RationalNumber evMaximumChargeCurrent,
    @ExiElement("EVMaximumVoltage") RationalNumber evMaximumVoltage,
    @ExiElement("EVMinimumVoltage") RationalNumber evMinimumVoltage,
    @ExiElement("EVMaximumDischargePower") RationalNumber evMaximumDischargePower,
    @ExiElement("EVMinimumDischargePower") RationalNumber evMinimumDischargePower,
    @ExiElement("EVMaximumDischargeCurrent") RationalNumber evMaximumDischargeCurrent,
    @ExiElement("EVMaximumV2XEnergyRequest") Optional<RationalNumber> evMaximumV2xEnergyRequest,
    @ExiElement("EVMinimumV2XEnergyRequest") Optional<RationalNumber> evMinimumV2xEnergyRequest)
    implements DcClReqControlMode, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public BptDynamicDcClReqControlMode {
    Facets.range("DepartureTime", departureTime, 0, 4294967295L);
  }
}
