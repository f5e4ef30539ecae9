package energy.ebbflow.iso15118.message.iso20.ac;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.Optional;

/**
 * AC_CPDResEnergyTransferMode: AC CPD res energy transfer mode.
 *
 * @param evseMaximumChargePower the station's maximum charge power; W
 * @param evseMaximumChargePowerL2 the station's maximum charge power, phase L2; W
 * @param evseMaximumChargePowerL3 the station's maximum charge power, phase L3; W
 * @param evseMinimumChargePower the station's minimum charge power; W
 * @param evseMinimumChargePowerL2 the station's minimum charge power, phase L2; W
 * @param evseMinimumChargePowerL3 the station's minimum charge power, phase L3; W
 * @param evseNominalFrequency the nominal frequency; Hz
 * @param maximumPowerAsymmetry the maximum power asymmetry; W
 * @param evsePowerRampLimitation the station's power ramp limitation; % of the maximum per minute
 * @param evsePresentActivePower the station's present active power; W
 * @param evsePresentActivePowerL2 the station's present active power, phase L2; W
 * @param evsePresentActivePowerL3 the station's present active power, phase L3; W
 */
@ExiName("AC_CPDResEnergyTransferMode")
@ExiType(namespace = Namespaces.ISO20_AC)
public record AcCpdResEnergyTransferMode(
    @ExiElement("EVSEMaximumChargePower") RationalNumber evseMaximumChargePower,
    @ExiElement("EVSEMaximumChargePower_L2") Optional<RationalNumber> evseMaximumChargePowerL2,
    @ExiElement("EVSEMaximumChargePower_L3") Optional<RationalNumber> evseMaximumChargePowerL3,
    @ExiElement("EVSEMinimumChargePower") RationalNumber evseMinimumChargePower,
    @ExiElement("EVSEMinimumChargePower_L2") Optional<RationalNumber> evseMinimumChargePowerL2,
    @ExiElement("EVSEMinimumChargePower_L3") Optional<RationalNumber> evseMinimumChargePowerL3,
    @ExiElement("EVSENominalFrequency") RationalNumber evseNominalFrequency,
    @ExiElement("MaximumPowerAsymmetry") Optional<RationalNumber> maximumPowerAsymmetry,
    @ExiElement("EVSEPowerRampLimitation") Optional<RationalNumber> evsePowerRampLimitation,
    @ExiElement("EVSEPresentActivePower") Optional<RationalNumber> evsePresentActivePower,
    @ExiElement("EVSEPresentActivePower_L2") Optional<RationalNumber> evsePresentActivePowerL2,
    @ExiElement("EVSEPresentActivePower_L3") Optional<RationalNumber> evsePresentActivePowerL3)
    implements AcCpdResEnergyTransferModeGroup, V2gMessage {}
