package energy.ebbflow.iso15118.message.din.service;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.ResponseCode;

/**
 * ServicePaymentSelectionRes. The station confirms.
 *
 * @param responseCode how the request went
 */
@ExiName("ServicePaymentSelectionRes")
@ExiType(namespace = Namespaces.DIN_MSG_BODY)
public record ServicePaymentSelectionResponse(@ExiElement("ResponseCode") ResponseCode responseCode)
    implements BodyElement, V2gMessage {}
