package energy.ebbflow.iso15118.message.iso2.session;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;

/**
 * SessionStopRes. The station confirms.
 *
 * @param responseCode how the request went
 */
@ExiName("SessionStopRes")
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
public record SessionStopResponse(@ExiElement("ResponseCode") ResponseCode responseCode)
    implements BodyElement, V2gMessage {}
