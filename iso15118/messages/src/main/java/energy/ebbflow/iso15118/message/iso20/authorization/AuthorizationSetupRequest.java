package energy.ebbflow.iso15118.message.iso20.authorization;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;

/**
 * AuthorizationSetupReq. The vehicle asks how it can be authorised.
 *
 * @param header what every message starts with
 */
@ExiName("AuthorizationSetupReq")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record AuthorizationSetupRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header)
    implements Iso20Request {}
