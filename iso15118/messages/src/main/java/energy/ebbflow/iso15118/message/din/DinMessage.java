package energy.ebbflow.iso15118.message.din;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;

/**
 * V2G_Message. The one message of the protocol: a header and a body.
 *
 * @param header what every message starts with
 * @param body the message itself
 */
@ExiName("V2G_Message")
@ExiType(namespace = Namespaces.DIN_MSG_DEF)
public record DinMessage(@ExiElement("Header") MessageHeader header, @ExiElement("Body") Body body)
    implements V2gMessage {}
