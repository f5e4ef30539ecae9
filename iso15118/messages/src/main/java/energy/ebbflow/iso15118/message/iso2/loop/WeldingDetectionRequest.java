package energy.ebbflow.iso15118.message.iso2.loop;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.status.DcEvStatus;

/**
 * WeldingDetectionReq. The vehicle tests whether its contactors have opened.
 *
 * @param dcEvStatus the state of the vehicle
 */
@ExiName("WeldingDetectionReq")
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
public record WeldingDetectionRequest(@ExiElement("DC_EVStatus") DcEvStatus dcEvStatus)
    implements BodyElement, V2gMessage {}
