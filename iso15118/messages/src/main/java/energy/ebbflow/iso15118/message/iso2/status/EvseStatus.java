package energy.ebbflow.iso15118.message.iso2.status;

import energy.ebbflow.exi.schema.ExiSubstitution;
import energy.ebbflow.iso15118.message.Namespaces;

/** The substitution group of EVSEStatus: what the station asks of the vehicle. */
@ExiSubstitution(unused = "{" + Namespaces.ISO2_MSG_DATA_TYPES + "}EVSEStatus")
public sealed interface EvseStatus permits AcEvseStatus, DcEvseStatus {}
