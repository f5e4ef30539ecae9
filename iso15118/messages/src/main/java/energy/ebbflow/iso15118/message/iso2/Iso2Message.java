package energy.ebbflow.iso15118.message.iso2;

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
@ExiType(namespace = Namespaces.ISO2_MSG_DEF)
public record Iso2Message(@ExiElement("Header") MessageHeader header, @ExiElement("Body") Body body)
    implements V2gMessage {}
