package energy.ebbflow.iso15118.message.iso20.dc;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.Optional;

/**
 * DC_CPDResEnergyTransferMode. The station's limits for charging.
 *
 * @param evseMaximumChargePower the most power that the station gives; W
 * @param evseMinimumChargePower the least power that the station gives; W
 * @param evseMaximumChargeCurrent the most current that the station gives; A
 * @param evseMinimumChargeCurrent the least current that the station gives; A
 * @param evseMaximumVoltage the highest voltage of the station; V
 * @param evseMinimumVoltage the lowest voltage of the station; V
 * @param evsePowerRampLimitation how fast the power may change; the schema does not state the unit
 */
@ExiName("DC_CPDResEnergyTransferMode")
@ExiType(namespace = Namespaces.ISO20_DC)
public record DcCpdResEnergyTransferMode(
    @ExiElement("EVSEMaximumChargePower") RationalNumber evseMaximumChargePower,
    @ExiElement("EVSEMinimumChargePower") RationalNumber evseMinimumChargePower,
    @ExiElement("EVSEMaximumChargeCurrent") RationalNumber evseMaximumChargeCurrent,
    @ExiElement("EVSEMinimumChargeCurrent") RationalNumber evseMinimumChargeCurrent,
    @ExiElement("EVSEMaximumVoltage") RationalNumber evseMaximumVoltage,
    @ExiElement("EVSEMinimumVoltage") RationalNumber evseMinimumVoltage,
    @ExiElement("EVSEPowerRampLimitation") Optional<RationalNumber> evsePowerRampLimitation)
    implements DcCpdResEnergyTransferModeGroup, V2gMessage {}
