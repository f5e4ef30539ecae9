package energy.ebbflow.iso15118.message.iso2.charge;

import energy.ebbflow.exi.schema.ExiSubstitution;
import energy.ebbflow.iso15118.message.Namespaces;

/** The substitution group of EVSEChargeParameter: the limits of the station. */
@ExiSubstitution(unused = "{" + Namespaces.ISO2_MSG_DATA_TYPES + "}EVSEChargeParameter")
public sealed interface EvseChargeParameter permits AcEvseChargeParameter, DcEvseChargeParameter {}
