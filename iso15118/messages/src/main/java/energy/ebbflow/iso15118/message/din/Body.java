package energy.ebbflow.iso15118.message.din;

import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.Optional;

/**
 * BodyType. The body, which holds one message.
 *
 * @param bodyElement the message
 */
@ExiType(namespace = Namespaces.DIN_MSG_DEF)
public record Body(@ExiChoice Optional<BodyElement> bodyElement) {}
