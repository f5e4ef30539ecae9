package energy.ebbflow.iso15118.message.din.schedule;

import energy.ebbflow.exi.schema.ExiSubstitution;
import energy.ebbflow.iso15118.message.Namespaces;

/** The substitution group of TimeInterval: when the entry holds. */
@ExiSubstitution(unused = "{" + Namespaces.DIN_MSG_DATA_TYPES + "}TimeInterval")
public sealed interface TimeInterval permits RelativeTimeInterval {}
