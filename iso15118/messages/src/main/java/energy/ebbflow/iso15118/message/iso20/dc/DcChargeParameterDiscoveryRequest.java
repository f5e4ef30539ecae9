package energy.ebbflow.iso15118.message.iso20.dc;

import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;

/**
 * DC_ChargeParameterDiscoveryReq. The vehicle states its limits.
 *
 * @param header what every message starts with
 * @param dcCpdReqEnergyTransferMode the limits of the vehicle
 */
@ExiName("DC_ChargeParameterDiscoveryReq")
@ExiType(namespace = Namespaces.ISO20_DC)
public record DcChargeParameterDiscoveryRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiChoice DcCpdReqEnergyTransferModeGroup dcCpdReqEnergyTransferMode)
    implements Iso20Request {}
