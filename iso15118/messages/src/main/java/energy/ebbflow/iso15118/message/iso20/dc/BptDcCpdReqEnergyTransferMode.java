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
 * BPT_DC_CPDReqEnergyTransferMode: BPT DC CPD req energy transfer mode.
 *
 * @param evMaximumChargePower the vehicle's maximum charge power; W
 * @param evMinimumChargePower the vehicle's minimum charge power; W
 * @param evMaximumChargeCurrent the vehicle's maximum charge current; A
 * @param evMinimumChargeCurrent the vehicle's minimum charge current; A
 * @param evMaximumVoltage the vehicle's maximum voltage; V
 * @param evMinimumVoltage the vehicle's minimum voltage; V
 * @param targetSoc the state of charge wanted at departure; %, 0 to 100
 * @param evMaximumDischargePower the vehicle's maximum discharge power; W
 * @param evMinimumDischargePower the vehicle's minimum discharge power; W
 * @param evMaximumDischargeCurrent the vehicle's maximum discharge current; A
 * @param evMinimumDischargeCurrent the vehicle's minimum discharge current; A
 */
@ExiName("BPT_DC_CPDReqEnergyTransferMode")
@ExiType(namespace = Namespaces.ISO20_DC)
public record BptDcCpdReqEnergyTransferMode(
    @ExiElement("EVMaximumChargePower") RationalNumber evMaximumChargePower,
    @ExiElement("EVMinimumChargePower") RationalNumber evMinimumChargePower,
    @ExiElement("EVMaximumChargeCurrent") RationalNumber evMaximumChargeCurrent,
    @ExiElement("EVMinimumChargeCurrent") RationalNumber evMinimumChargeCurrent,
    @ExiElement("EVMaximumVoltage") RationalNumber evMaximumVoltage,
    @ExiElement("EVMinimumVoltage") RationalNumber evMinimumVoltage,
    @ExiElement("TargetSOC") @Range(min = 0, max = 100) Optional<Integer> targetSoc,
    @ExiElement("EVMaximumDischargePower") RationalNumber evMaximumDischargePower,
    @ExiElement("EVMinimumDischargePower") RationalNumber evMinimumDischargePower,
    @ExiElement("EVMaximumDischargeCurrent") RationalNumber evMaximumDischargeCurrent,
    @ExiElement("EVMinimumDischargeCurrent") RationalNumber evMinimumDischargeCurrent)
    implements DcCpdReqEnergyTransferModeGroup, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public BptDcCpdReqEnergyTransferMode {
    Facets.range("TargetSOC", targetSoc, 0, 100);
  }
}
