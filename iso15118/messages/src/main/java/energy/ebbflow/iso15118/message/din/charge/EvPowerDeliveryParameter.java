package energy.ebbflow.iso15118.message.din.charge;

import energy.ebbflow.exi.schema.ExiSubstitution;
import energy.ebbflow.iso15118.message.Namespaces;

/** The substitution group of EVPowerDeliveryParameter: the state of the vehicle. */
@ExiSubstitution(unused = "{" + Namespaces.DIN_MSG_DATA_TYPES + "}EVPowerDeliveryParameter")
public sealed interface EvPowerDeliveryParameter permits DcEvPowerDeliveryParameter {}
