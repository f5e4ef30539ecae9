package energy.ebbflow.iso15118.message.din.status;

import energy.ebbflow.exi.schema.ExiSubstitution;
import energy.ebbflow.iso15118.message.Namespaces;

/** The substitution group of EVSEStatus: what the station asks of the vehicle. */
@ExiSubstitution(unused = "{" + Namespaces.DIN_MSG_DATA_TYPES + "}EVSEStatus")
public sealed interface EvseStatus permits AcEvseStatus, DcEvseStatus {}
