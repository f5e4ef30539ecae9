package energy.ebbflow.iso15118.message.iso2.payment;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.certificate.CertificateChain;

/**
 * PaymentDetailsReq. The vehicle shows its contract.
 *
 * @param emaid the contract; personal data, 14 to 15 characters
 * @param contractSignatureCertChain the contract certificate and its intermediates
 */
@ExiName("PaymentDetailsReq")
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
public record PaymentDetailsRequest(
    @ExiElement("eMAID") @Length(min = 14, max = 15) String emaid,
    @ExiElement("ContractSignatureCertChain") CertificateChain contractSignatureCertChain)
    implements BodyElement, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public PaymentDetailsRequest {
    Facets.length("eMAID", emaid, 14, 15);
  }
}
