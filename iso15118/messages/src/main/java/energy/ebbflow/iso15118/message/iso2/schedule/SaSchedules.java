package energy.ebbflow.iso15118.message.iso2.schedule;

import energy.ebbflow.exi.schema.ExiSubstitution;
import energy.ebbflow.iso15118.message.Namespaces;

/** The substitution group of SASchedules: the schedules to choose from. */
@ExiSubstitution(unused = "{" + Namespaces.ISO2_MSG_DATA_TYPES + "}SASchedules")
public sealed interface SaSchedules permits SaScheduleList {}
