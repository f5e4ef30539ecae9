package energy.ebbflow.iso15118.message.iso20.ac;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.Optional;

/**
 * AC_CPDReqEnergyTransferMode. The vehicle's limits for charging.
 *
 * @param evMaximumChargePower the most power that the vehicle takes; W
 * @param evMaximumChargePowerL2 the most power that the vehicle takes on phase L2; W
 * @param evMaximumChargePowerL3 the most power that the vehicle takes on phase L3; W
 * @param evMinimumChargePower the least power with which the vehicle charges; W
 * @param evMinimumChargePowerL2 the least power with which the vehicle charges on phase L2; W
 * @param evMinimumChargePowerL3 the least power with which the vehicle charges on phase L3; W
 */
@ExiName("AC_CPDReqEnergyTransferMode")
@ExiType(namespace = Namespaces.ISO20_AC)
public record AcCpdReqEnergyTransferMode(
    @ExiElement("EVMaximumChargePower") RationalNumber evMaximumChargePower,
    @ExiElement("EVMaximumChargePower_L2") Optional<RationalNumber> evMaximumChargePowerL2,
    @ExiElement("EVMaximumChargePower_L3") Optional<RationalNumber> evMaximumChargePowerL3,
    @ExiElement("EVMinimumChargePower") RationalNumber evMinimumChargePower,
    @ExiElement("EVMinimumChargePower_L2") Optional<RationalNumber> evMinimumChargePowerL2,
    @ExiElement("EVMinimumChargePower_L3") Optional<RationalNumber> evMinimumChargePowerL3)
    implements AcCpdReqEnergyTransferModeGroup, V2gMessage {}
