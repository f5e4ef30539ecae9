package energy.ebbflow.iso15118.message.iso20.service;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;

/**
 * ServiceSelectionRes. The station confirms the selection.
 *
 * @param header what every message starts with
 * @param responseCode how the request went
 */
@ExiName("ServiceSelectionRes")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record ServiceSelectionResponse(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement(value = "ResponseCode", namespace = Namespaces.ISO20_COMMON_TYPES)
        ResponseCode responseCode)
    implements Iso20Response {}
