package energy.ebbflow.iso15118.message.iso20.dc.control;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.Optional;

/**
 * BPT_Scheduled_DC_CLResControlMode. Scheduled control: what the station allows, for charging and
 * discharging.
 *
 * @param evseMaximumChargePower the most power that the station gives; W
 * @param evseMinimumChargePower the least power that the station gives; W
 * @param evseMaximumChargeCurrent the most current that the station gives; A
 * @param evseMaximumVoltage the highest voltage of the station; V
 * @param evseMaximumDischargePower the most power that the station takes; W
 * @param evseMinimumDischargePower the least power that the station takes; W
 * @param evseMaximumDischargeCurrent the most current that the station takes; A
 * @param evseMinimumVoltage the lowest voltage of the station; V
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
