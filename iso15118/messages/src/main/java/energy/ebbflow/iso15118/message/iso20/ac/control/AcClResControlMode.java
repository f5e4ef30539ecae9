package energy.ebbflow.iso15118.message.iso20.ac.control;

import energy.ebbflow.exi.schema.ExiSubstitution;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * The substitution group of CLResControlMode: what the station allows, by control mode and
 * direction of power.
 */
@ExiSubstitution(unused = "{" + Namespaces.ISO20_COMMON_TYPES + "}CLResControlMode")
public sealed interface AcClResControlMode
    permits BptDynamicAcClResControlMode,
        BptScheduledAcClResControlMode,
        DynamicAcClResControlMode,
        ScheduledAcClResControlMode {}
