package energy.ebbflow.iso15118.message.iso20.service;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import java.util.Optional;

/**
 * ServiceDiscoveryRes. The station lists its services.
 *
 * @param header what every message starts with
 * @param responseCode how the request went
 * @param serviceRenegotiationSupported whether services may be negotiated anew in a session
 * @param energyTransferServiceList the energy transfer services on offer
 * @param vasList the value added services on offer
 */
@ExiName("ServiceDiscoveryRes")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record ServiceDiscoveryResponse(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement(value = "ResponseCode", namespace = Namespaces.ISO20_COMMON_TYPES)
        ResponseCode responseCode,
    @ExiElement("ServiceRenegotiationSupported") boolean serviceRenegotiationSupported,
    @ExiElement("EnergyTransferServiceList") ServiceList energyTransferServiceList,
    @ExiElement("VASList") Optional<ServiceList> vasList)
    implements Iso20Response {}
