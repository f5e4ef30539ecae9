package energy.ebbflow.iso15118.message.iso2.session;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;

/**
 * SessionStopReq. The vehicle ends or pauses the session.
 *
 * @param chargingSession whether the session ends or pauses
 */
@ExiName("SessionStopReq")
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
public record SessionStopRequest(@ExiElement("ChargingSession") ChargingSession chargingSession)
    implements BodyElement, V2gMessage {}
