package energy.ebbflow.iso15118.message.iso2;

import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.Optional;

/**
 * BodyType. The body, which holds one message.
 *
 * @param bodyElement the message
 */
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
public record Body(@ExiChoice Optional<BodyElement> bodyElement) {}
