package energy.ebbflow.iso15118.message.iso20.dc.control;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.Optional;

/**
 * BPT_Scheduled_DC_CLResControlMode: BPT scheduled DC CL res control mode.
 *
 * @param evseMaximumChargePower the station's maximum charge power; W
 * @param evseMinimumChargePower the station's minimum charge power; W
 * @param evseMaximumChargeCurrent the station's maximum charge current; A
 * @param evseMaximumVoltage the station's maximum voltage; V
 * @param evseMaximumDischargePower the station's maximum discharge power; W
 * @param evseMinimumDischargePower the station's minimum discharge power; W
 * @param evseMaximumDischargeCurrent the station's maximum discharge current; A
 * @param evseMinimumVoltage the station's minimum voltage; V
 */
@ExiName("BPT_Scheduled_DC_CLResControlMode")
@ExiType(namespace = Namespaces.ISO20_DC)
public record BptScheduledDcClResControlMode(
    @ExiElement("EVSEMaximumChargePower") Optional<RationalNumber> evseMaximumChargePower,
    @ExiElement("EVSEMinimumChargePower") Optional<RationalNumber> evseMinimumChargePower,
    @ExiElement("EVSEMaximumChargeCurrent") Optional<RationalNumber> evseMaximumChargeCurrent,
    @ExiElement("EVSEMaximumVoltage") Optional<RationalNumber> evseMaximumVoltage,
    @ExiElement("EVSEMaximumDischargePower") Optional<RationalNumber> evseMaximumDischargePower,
    @ExiElement("EVSEMinimumDischargePower") Optional<RationalNumber> evseMinimumDischargePower,
    @ExiElement("EVSEMaximumDischargeCurrent") Optional<RationalNumber> evseMaximumDischargeCurrent,
    @ExiElement("EVSEMinimumVoltage") Optional<RationalNumber> evseMinimumVoltage)
    implements DcClResControlMode, V2gMessage {}
