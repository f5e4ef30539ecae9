package energy.ebbflow.iso15118.message.iso20.metering;

import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;

/** Dynamic_SMDTControlModeType. Dynamic control: there is no schedule. */
@ExiName("Dynamic_SMDTControlMode")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record DynamicSmdtControlMode() implements SmdtControlMode {}
