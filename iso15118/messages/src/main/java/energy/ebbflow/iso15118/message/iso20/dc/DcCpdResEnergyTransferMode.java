package energy.ebbflow.iso15118.message.iso20.dc;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.Optional;

/**
 * DC_CPDResEnergyTransferMode: DC CPD res energy transfer mode.
 *
 * @param evseMaximumChargePower the station's maximum charge power; W
 * @param evseMinimumChargePower the station's minimum charge power; W
 * @param evseMaximumChargeCurrent the station's maximum charge current; A
 * @param evseMinimumChargeCurrent the station's minimum charge current; A
 * @param evseMaximumVoltage the station's maximum voltage; V
 * @param evseMinimumVoltage the station's minimum voltage; V
 * @param evsePowerRampLimitation the station's power ramp limitation; % of the maximum per minute
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
