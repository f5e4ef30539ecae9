package energy.ebbflow.iso15118.message.iso20.ac;

import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;

/**
 * AC_ChargeParameterDiscoveryReq. The vehicle states its limits.
 *
 * @param header what every message starts with
 * @param acCpdReqEnergyTransferMode the limits of the vehicle
 */
@ExiName("AC_ChargeParameterDiscoveryReq")
@ExiType(namespace = Namespaces.ISO20_AC)
public record AcChargeParameterDiscoveryRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiChoice AcCpdReqEnergyTransferModeGroup acCpdReqEnergyTransferMode)
    implements Iso20Request {}
