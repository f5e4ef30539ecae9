package energy.ebbflow.iso15118.message.iso2.payment;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.EvseProcessing;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;

/**
 * AuthorizationRes. The station says whether the vehicle is authorised.
 *
 * @param responseCode how the request went
 * @param evseProcessing whether the station has finished
 */
@ExiName("AuthorizationRes")
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
public record AuthorizationResponse(
    @ExiElement("ResponseCode") ResponseCode responseCode,
    @ExiElement("EVSEProcessing") EvseProcessing evseProcessing)
    implements BodyElement, V2gMessage {}
