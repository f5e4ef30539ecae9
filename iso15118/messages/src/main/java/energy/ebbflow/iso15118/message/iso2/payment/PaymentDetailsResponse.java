package energy.ebbflow.iso15118.message.iso2.payment;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;

/**
 * PaymentDetailsRes. The station challenges the vehicle.
 *
 * @param responseCode how the request went
 * @param genChallenge random octets that the vehicle has to sign; exactly 16 octets
 * @param evseTimeStamp the station's clock; seconds since 1970-01-01 UTC
 */
@ExiName("PaymentDetailsRes")
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
public record PaymentDetailsResponse(
    @ExiElement("ResponseCode") ResponseCode responseCode,
    @ExiElement("GenChallenge") @Length(min = 16, max = 16) Octets genChallenge,
    @ExiElement("EVSETimeStamp") long evseTimeStamp)
    implements BodyElement, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public PaymentDetailsResponse {
    Facets.length("GenChallenge", genChallenge, 16, 16);
  }
}
