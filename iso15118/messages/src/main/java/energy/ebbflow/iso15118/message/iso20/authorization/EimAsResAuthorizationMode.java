package energy.ebbflow.iso15118.message.iso20.authorization;

import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;

/** EIM_ASResAuthorizationModeType: EIM AS res authorization mode. */
@ExiName("EIM_ASResAuthorizationMode")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record EimAsResAuthorizationMode() implements AsResAuthorizationMode {}
