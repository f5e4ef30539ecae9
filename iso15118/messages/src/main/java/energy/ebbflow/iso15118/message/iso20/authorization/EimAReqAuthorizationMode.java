package energy.ebbflow.iso15118.message.iso20.authorization;

import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;

/** EIM_AReqAuthorizationModeType: EIM a req authorization mode. */
@ExiName("EIM_AReqAuthorizationMode")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record EimAReqAuthorizationMode() implements AReqAuthorizationMode {}
