package energy.ebbflow.iso15118.message.iso20.authorization;

import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;

/**
 * AuthorizationReq. The vehicle asks for authorisation.
 *
 * @param header what every message starts with
 * @param selectedAuthorizationService the chosen way of authorisation
 * @param aReqAuthorizationMode one of EIM_AReqAuthorizationMode, PnC_AReqAuthorizationMode
 */
@ExiName("AuthorizationReq")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record AuthorizationRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement("SelectedAuthorizationService") Authorization selectedAuthorizationService,
    @ExiChoice AReqAuthorizationMode aReqAuthorizationMode)
    implements Iso20Request {}
