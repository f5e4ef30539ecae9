package energy.ebbflow.iso15118.message.iso2.loop;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.status.DcEvStatus;

/**
 * CableCheckReq. The vehicle asks for the insulation test of the cable.
 *
 * @param dcEvStatus the state of the vehicle
 */
@ExiName("CableCheckReq")
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
public record CableCheckRequest(@ExiElement("DC_EVStatus") DcEvStatus dcEvStatus)
    implements BodyElement, V2gMessage {}
