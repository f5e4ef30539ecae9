package energy.ebbflow.iso15118.message.din.loop;

import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.BodyElement;

/** ChargingStatusReq. The vehicle keeps the AC session alive. */
@ExiName("ChargingStatusReq")
@ExiType(namespace = Namespaces.DIN_MSG_BODY)
public record ChargingStatusRequest() implements BodyElement, V2gMessage {}
