package energy.ebbflow.iso15118.message.din.payment;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.ResponseCode;

/**
 * PaymentDetailsRes. The station challenges the vehicle.
 *
 * @param responseCode how the request went
 * @param genChallenge random octets that the vehicle has to sign; at most 2048 characters (our
 *     limit)
 * @param dateTimeNow the station's clock; seconds since 1970-01-01 UTC
 */
@ExiName("PaymentDetailsRes")
@ExiType(namespace = Namespaces.DIN_MSG_BODY)
public record PaymentDetailsResponse(
    @ExiElement("ResponseCode") ResponseCode responseCode,
    @ExiElement("GenChallenge") @Limit(2048) String genChallenge,
    @ExiElement("DateTimeNow") long dateTimeNow)
    implements BodyElement, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public PaymentDetailsResponse {
    Facets.length("GenChallenge", genChallenge, 0, 2048);
  }
}
