package energy.ebbflow.iso15118.message.iso20.authorization;

import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;

/** EIM_AReqAuthorizationModeType. Authorisation by other means, such as a card or an app. */
@ExiName("EIM_AReqAuthorizationMode")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record EimAReqAuthorizationMode() implements AReqAuthorizationMode {}
