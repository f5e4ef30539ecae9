package energy.ebbflow.iso15118.message.din.payment;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.EvseProcessing;
import energy.ebbflow.iso15118.message.din.ResponseCode;

/**
 * ContractAuthenticationRes. The station says whether the vehicle is authorised.
 *
 * @param responseCode how the request went
 * @param evseProcessing whether the station has finished
 */
@ExiName("ContractAuthenticationRes")
@ExiType(namespace = Namespaces.DIN_MSG_BODY)
public record ContractAuthenticationResponse(
    @ExiElement("ResponseCode") ResponseCode responseCode,
    @ExiElement("EVSEProcessing") EvseProcessing evseProcessing)
    implements BodyElement, V2gMessage {}
