package energy.ebbflow.iso15118.message.iso20.dc.control;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.Optional;

/**
 * Scheduled_DC_CLResControlMode. Scheduled control: what the station allows, for charging.
 *
 * @param evseMaximumChargePower the most power that the station gives; W
 * @param evseMinimumChargePower the least power that the station gives; W
 * @param evseMaximumChargeCurrent the most current that the station gives; A
 * @param evseMaximumVoltage the highest voltage of the station; V
 */
@ExiName("Scheduled_DC_CLResControlMode")
@ExiType(namespace = Namespaces.ISO20_DC)
public record ScheduledDcClResControlMode(
    @ExiElement("EVSEMaximumChargePower") Optional<RationalNumber> evseMaximumChargePower,
    @ExiElement("EVSEMinimumChargePower") Optional<RationalNumber> evseMinimumChargePower,
    @ExiElement("EVSEMaximumChargeCurrent") Optional<RationalNumber> evseMaximumChargeCurrent,
    @ExiElement("EVSEMaximumVoltage") Optional<RationalNumber> evseMaximumVoltage)
    implements DcClResControlMode, V2gMessage {}
