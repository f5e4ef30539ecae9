package energy.ebbflow.iso15118.message.iso20.dc.control;

import energy.ebbflow.exi.schema.ExiSubstitution;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * The substitution group of CLReqControlMode: what the vehicle wants, by control mode and direction
 * of power.
 */
@ExiSubstitution(unused = "{" + Namespaces.ISO20_COMMON_TYPES + "}CLReqControlMode")
public sealed interface DcClReqControlMode
    permits BptDynamicDcClReqControlMode,
        BptScheduledDcClReqControlMode,
        DynamicDcClReqControlMode,
        ScheduledDcClReqControlMode {}
