package energy.ebbflow.iso15118.message.iso2.loop;

import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;

/** ChargingStatusReq. The vehicle keeps the AC session alive. */
@ExiName("ChargingStatusReq")
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
public record ChargingStatusRequest() implements BodyElement, V2gMessage {}
