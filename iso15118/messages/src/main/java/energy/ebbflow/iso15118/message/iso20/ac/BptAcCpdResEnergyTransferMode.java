package energy.ebbflow.iso15118.message.iso20.ac;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.Optional;

/**
 * BPT_AC_CPDResEnergyTransferMode. The station's limits for charging and discharging.
 *
 * @param evseMaximumChargePower the most power that the station gives; W
 * @param evseMaximumChargePowerL2 the most power that the station gives on phase L2; W
 * @param evseMaximumChargePowerL3 the most power that the station gives on phase L3; W
 * @param evseMinimumChargePower the least power that the station gives; W
 * @param evseMinimumChargePowerL2 the least power that the station gives on phase L2; W
 * @param evseMinimumChargePowerL3 the least power that the station gives on phase L3; W
 * @param evseNominalFrequency the nominal frequency; Hz
 * @param maximumPowerAsymmetry how far the phases may differ; W
 * @param evsePowerRampLimitation how fast the power may change; the schema does not state the unit
 * @param evsePresentActivePower the active power to the vehicle now, below 0 when it gives; W
 * @param evsePresentActivePowerL2 the same on phase L2; W
 * @param evsePresentActivePowerL3 the same on phase L3; W
 * @param evseMaximumDischargePower the most power that the station takes; W
 * @param evseMaximumDischargePowerL2 the most power that the station takes on phase L2; W
 * @param evseMaximumDischargePowerL3 the most power that the station takes on phase L3; W
 * @param evseMinimumDischargePower the least power that the station takes; W
 * @param evseMinimumDischargePowerL2 the least power that the station takes on phase L2; W
 * @param evseMinimumDischargePowerL3 the least power that the station takes on phase L3; W
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
