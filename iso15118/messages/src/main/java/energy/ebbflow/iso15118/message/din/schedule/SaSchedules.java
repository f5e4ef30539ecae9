package energy.ebbflow.iso15118.message.din.schedule;

import energy.ebbflow.exi.schema.ExiSubstitution;
import energy.ebbflow.iso15118.message.Namespaces;

/** The substitution group of SASchedules: the schedules to choose from. */
@ExiSubstitution(unused = "{" + Namespaces.DIN_MSG_DATA_TYPES + "}SASchedules")
public sealed interface SaSchedules permits SaScheduleList {}
