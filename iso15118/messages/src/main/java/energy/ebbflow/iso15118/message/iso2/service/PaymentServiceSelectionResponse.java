package energy.ebbflow.iso15118.message.iso2.service;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;

/**
 * PaymentServiceSelectionRes. The station confirms.
 *
 * @param responseCode how the request went
 */
@ExiName("PaymentServiceSelectionRes")
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
public record PaymentServiceSelectionResponse(@ExiElement("ResponseCode") ResponseCode responseCode)
    implements BodyElement, V2gMessage {}
