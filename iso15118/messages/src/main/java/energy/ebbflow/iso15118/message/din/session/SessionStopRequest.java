package energy.ebbflow.iso15118.message.din.session;

import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.BodyElement;

/** SessionStopReq. The vehicle ends or pauses the session. */
@ExiName("SessionStopReq")
@ExiType(namespace = Namespaces.DIN_MSG_BODY)
public record SessionStopRequest() implements BodyElement, V2gMessage {}
