package energy.ebbflow.iso15118.message.iso20.dc;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.Optional;

/**
 * DC_CPDReqEnergyTransferMode. The vehicle's limits for charging.
 *
 * @param evMaximumChargePower the most power that the vehicle takes; W
 * @param evMinimumChargePower the least power with which the vehicle charges; W
 * @param evMaximumChargeCurrent the most current that the vehicle takes; A
 * @param evMinimumChargeCurrent the least current with which the vehicle charges; A
 * @param evMaximumVoltage the voltage that the vehicle must not exceed; V
 * @param evMinimumVoltage the lowest voltage with which the vehicle works; V
 * @param targetSoc the state of charge wanted at departure; %, 0 to 100
 */
@ExiName("DC_CPDReqEnergyTransferMode")
@ExiType(namespace = Namespaces.ISO20_DC)
public record DcCpdReqEnergyTransferMode(
    @ExiElement("EVMaximumChargePower") RationalNumber evMaximumChargePower,
    @ExiElement("EVMinimumChargePower") RationalNumber evMinimumChargePower,
    @ExiElement("EVMaximumChargeCurrent") RationalNumber evMaximumChargeCurrent,
    @ExiElement("EVMinimumChargeCurrent") RationalNumber evMinimumChargeCurrent,
    @ExiElement("EVMaximumVoltage") RationalNumber evMaximumVoltage,
    @ExiElement("EVMinimumVoltage") RationalNumber evMinimumVoltage,
    @ExiElement("TargetSOC") @Range(min = 0, max = 100) Optional<Integer> targetSoc)
    implements DcCpdReqEnergyTransferModeGroup, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public DcCpdReqEnergyTransferMode {
    Facets.range("TargetSOC", targetSoc, 0, 100);
  }
}
