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
 * BPT_Dynamic_DC_CLResControlMode. Dynamic control: what the station allows, for charging and
 * discharging.
 *
 * @param departureTime when the user wants to leave; s from now, 0 to 4294967295
 * @param minimumSoc the state of charge to reach as soon as possible and never to fall below; %, 0
 *     to 100
 * @param targetSoc the state of charge wanted at departure; %, 0 to 100
 * @param ackMaxDelay within which time the vehicle has to answer; s, 0 to 65535
 * @param evseMaximumChargePower the most power that the station gives; W
 * @param evseMinimumChargePower the least power that the station gives; W
 * @param evseMaximumChargeCurrent the most current that the station gives; A
 * @param evseMaximumVoltage the highest voltage of the station; V
 * @param evseMaximumDischargePower the most power that the station takes; W
 * @param evseMinimumDischargePower the least power that the station takes; W
 * @param evseMaximumDischargeCurrent the most current that the station takes; A
 * @param evseMinimumVoltage the lowest voltage of the station; V
 */
@ExiName("BPT_Dynamic_DC_CLResControlMode")
@ExiType(namespace = Namespaces.ISO20_DC)
public record BptDynamicDcClResControlMode(
    @ExiElement(value = "DepartureTime", namespace = Namespaces.ISO20_COMMON_TYPES)
        @Range(min = 0, max = 4294967295L)
        Optional<Long> departureTime,
    @ExiElement(value = "MinimumSOC", namespace = Namespaces.ISO20_COMMON_TYPES)
        @Range(min = 0, max = 100)
        Optional<Integer> minimumSoc,
    @ExiElement(value = "TargetSOC", namespace = Namespaces.ISO20_COMMON_TYPES)
        @Range(min = 0, max = 100)
        Optional<Integer> targetSoc,
    @ExiElement(value = "AckMaxDelay", namespace = Namespaces.ISO20_COMMON_TYPES)
        @Range(min = 0, max = 65535)
        Optional<Integer> ackMaxDelay,
    @ExiElement("EVSEMaximumChargePower") RationalNumber evseMaximumChargePower,
    @ExiElement("EVSEMinimumChargePower") RationalNumber evseMinimumChargePower,
    @ExiElement("EVSEMaximumChargeCurrent") RationalNumber evseMaximumChargeCurrent,
    @ExiElement("EVSEMaximumVoltage") RationalNumber evseMaximumVoltage,
    @ExiElement("EVSEMaximumDischargePower") RationalNumber evseMaximumDischargePower,
    @ExiElement("EVSEMinimumDischargePower") RationalNumber evseMinimumDischargePower,
    @ExiElement("EVSEMaximumDischargeCurrent") RationalNumber evseMaximumDischargeCurrent,
    @ExiElement("EVSEMinimumVoltage") RationalNumber evseMinimumVoltage)
    implements DcClResControlMode, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public BptDynamicDcClResControlMode {
    Facets.range("DepartureTime", departureTime, 0, 4294967295L);
    Facets.range("MinimumSOC", minimumSoc, 0, 100);
    Facets.range("TargetSOC", targetSoc, 0, 100);
    Facets.range("AckMaxDelay", ackMaxDelay, 0, 65535);
  }
}
