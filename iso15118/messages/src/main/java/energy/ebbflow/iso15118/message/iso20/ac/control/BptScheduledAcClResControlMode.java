package energy.ebbflow.iso15118.message.iso20.ac.control;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.Optional;

/**
 * BPT_Scheduled_AC_CLResControlMode. Scheduled control: what the station allows, for charging and
 * discharging.
 *
 * @param evseTargetActivePower the active power that the vehicle shall take, below 0 to give; W
 * @param evseTargetActivePowerL2 the same on phase L2; W
 * @param evseTargetActivePowerL3 the same on phase L3; W
 * @param evseTargetReactivePower the reactive power that the vehicle shall have; var
 * @param evseTargetReactivePowerL2 the same on phase L2; var
 * @param evseTargetReactivePowerL3 the same on phase L3; var
 * @param evsePresentActivePower the active power to the vehicle now, below 0 when it gives; W
 * @param evsePresentActivePowerL2 the same on phase L2; W
 * @param evsePresentActivePowerL3 the same on phase L3; W
 */
@ExiName("BPT_Scheduled_AC_CLResControlMode")
@ExiType(namespace = Namespaces.ISO20_AC)
public record BptScheduledAcClResControlMode(
    @ExiElement("EVSETargetActivePower") Optional<RationalNumber> evseTargetActivePower,
    @ExiElement("EVSETargetActivePower_L2") Optional<RationalNumber> evseTargetActivePowerL2,
    @ExiElement("EVSETargetActivePower_L3") Optional<RationalNumber> evseTargetActivePowerL3,
    @ExiElement("EVSETargetReactivePower") Optional<RationalNumber> evseTargetReactivePower,
    @ExiElement("EVSETargetReactivePower_L2") Optional<RationalNumber> evseTargetReactivePowerL2,
    @ExiElement("EVSETargetReactivePower_L3") Optional<RationalNumber> evseTargetReactivePowerL3,
    @ExiElement("EVSEPresentActivePower") Optional<RationalNumber> evsePresentActivePower,
    @ExiElement("EVSEPresentActivePower_L2") Optional<RationalNumber> evsePresentActivePowerL2,
    @ExiElement("EVSEPresentActivePower_L3") Optional<RationalNumber> evsePresentActivePowerL3)
    implements AcClResControlMode, V2gMessage {}
