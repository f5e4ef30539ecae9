package energy.ebbflow.iso15118.message.iso20.ac;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.Optional;

/**
 * BPT_AC_CPDResEnergyTransferMode: BPT AC CPD res energy transfer mode.
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
 * @param evseMaximumDischargePower the station's maximum discharge power; W
 * @param evseMaximumDischargePowerL2 the station's maximum discharge power, phase L2; W
 * @param evseMaximumDischargePowerL3 the station's maximum discharge power, phase L3; W
 * @param evseMinimumDischargePower the station's minimum discharge power; W
 * @param evseMinimumDischargePowerL2 the station's minimum discharge power, phase L2; W
 * @param evseMinimumDischargePowerL3 the station's minimum discharge power, phase L3; W
 */
@ExiName("BPT_AC_CPDResEnergyTransferMode")
@ExiType(namespace = Namespaces.ISO20_AC)
public record BptAcCpdResEnergyTransferMode(
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
    @ExiElement("EVSEPresentActivePower_L3") Optional<RationalNumber> evsePresentActivePowerL3,
    @ExiElement("EVSEMaximumDischargePower") RationalNumber evseMaximumDischargePower,
    @ExiElement("EVSEMaximumDischargePower_L2")
        Optional<RationalNumber> evseMaximumDischargePowerL2,
    @ExiElement("EVSEMaximumDischargePower_L3")
        Optional<RationalNumber> evseMaximumDischargePowerL3,
    @ExiElement("EVSEMinimumDischargePower") RationalNumber evseMinimumDischargePower,
    @ExiElement("EVSEMinimumDischargePower_L2")
        Optional<RationalNumber> evseMinimumDischargePowerL2,
    @ExiElement("EVSEMinimumDischargePower_L3")
        Optional<RationalNumber> evseMinimumDischargePowerL3)
    implements AcCpdResEnergyTransferModeGroup, V2gMessage {}
