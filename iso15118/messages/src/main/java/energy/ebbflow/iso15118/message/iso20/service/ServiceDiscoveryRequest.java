package energy.ebbflow.iso15118.message.iso20.service;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import java.util.Optional;

/**
 * ServiceDiscoveryReq. The vehicle asks which services there are.
 *
 * @param header what every message starts with
 * @param supportedServiceIds the services that the vehicle knows
 */
@ExiName("ServiceDiscoveryReq")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record ServiceDiscoveryRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement("SupportedServiceIDs") Optional<ServiceIdList> supportedServiceIds)
    implements Iso20Request {}
