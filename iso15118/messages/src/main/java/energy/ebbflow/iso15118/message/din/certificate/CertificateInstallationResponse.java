package energy.ebbflow.iso15118.message.din.certificate;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.ResponseCode;

/**
 * CertificateInstallationRes. The station passes on a contract certificate.
 *
 * @param id the name by which a signature refers to this element; at most 2048 characters (our
 *     limit)
 * @param responseCode how the request went
 * @param contractSignatureCertChain the contract certificate and its intermediates
 * @param contractSignatureEncryptedPrivateKey the private key of the contract certificate,
 *     encrypted; at most 128 octets
 * @param dhParams the parameters of the key agreement; at most 256 octets
 * @param contractId the contract; personal data, at most 24 characters
 */
@ExiName("CertificateInstallationRes")
@ExiType(namespace = Namespaces.DIN_MSG_BODY)
public record CertificateInstallationResponse(
    @ExiAttribute("Id") @Limit(2048) String id,
    @ExiElement("ResponseCode") ResponseCode responseCode,
    @ExiElement("ContractSignatureCertChain") CertificateChain contractSignatureCertChain,
    @ExiElement("ContractSignatureEncryptedPrivateKey") @Length(max = 128)
        Octets contractSignatureEncryptedPrivateKey,
    @ExiElement("DHParams") @Length(max = 256) Octets dhParams,
    @ExiElement("ContractID") @Length(max = 24) String contractId)
    implements BodyElement, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public CertificateInstallationResponse {
    Facets.length("Id", id, 0, 2048);
    Facets.length(
        "ContractSignatureEncryptedPrivateKey", contractSignatureEncryptedPrivateKey, 0, 128);
    Facets.length("DHParams", dhParams, 0, 256);
    Facets.length("ContractID", contractId, 0, 24);
  }
}
