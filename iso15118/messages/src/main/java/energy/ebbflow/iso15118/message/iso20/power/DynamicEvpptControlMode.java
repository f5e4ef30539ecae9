package energy.ebbflow.iso15118.message.iso20.power;

import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;

/** Dynamic_EVPPTControlModeType. Dynamic control: there is no schedule. */
@ExiName("Dynamic_EVPPTControlMode")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record DynamicEvpptControlMode() implements EvpptControlMode {}
