package energy.ebbflow.iso15118.message.iso20.dc;

import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;

/**
 * DC_ChargeParameterDiscoveryRes. The station states its limits.
 *
 * @param header what every message starts with
 * @param responseCode how the request went
 * @param dcCpdResEnergyTransferMode the limits of the station
 */
@ExiName("DC_ChargeParameterDiscoveryRes")
@ExiType(namespace = Namespaces.ISO20_DC)
public record DcChargeParameterDiscoveryResponse(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement(value = "ResponseCode", namespace = Namespaces.ISO20_COMMON_TYPES)
        ResponseCode responseCode,
    @ExiChoice DcCpdResEnergyTransferModeGroup dcCpdResEnergyTransferMode)
    implements Iso20Response {}
