package energy.ebbflow.iso15118.message.din.payment;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.certificate.CertificateChain;

/**
 * PaymentDetailsReq. The vehicle shows its contract.
 *
 * @param contractId the contract; personal data, at most 24 characters
 * @param contractSignatureCertChain the contract certificate and its intermediates
 */
@ExiName("PaymentDetailsReq")
@ExiType(namespace = Namespaces.DIN_MSG_BODY)
public record PaymentDetailsRequest(
    @ExiElement("ContractID") @Length(max = 24) String contractId,
    @ExiElement("ContractSignatureCertChain") CertificateChain contractSignatureCertChain)
    implements BodyElement, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public PaymentDetailsRequest {
    Facets.length("ContractID", contractId, 0, 24);
  }
}
