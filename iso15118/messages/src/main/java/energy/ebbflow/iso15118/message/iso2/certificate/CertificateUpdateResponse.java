package energy.ebbflow.iso15118.message.iso2.certificate;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import java.util.Optional;

/**
 * CertificateUpdateRes. The station passes on the new contract certificate.
 *
 * @param responseCode how the request went
 * @param saProvisioningCertificateChain the certificate of the provisioning service that signed
 * @param contractSignatureCertChain the contract certificate and its intermediates
 * @param contractSignatureEncryptedPrivateKey the private key of the contract certificate,
 *     encrypted
 * @param dHpublickey the public key of the key agreement
 * @param emaid the contract; personal data
 * @param retryCounter after how many days to ask again; 0 at once, -1 never, -32768 to 32767
 */
@ExiName("CertificateUpdateRes")
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
public record CertificateUpdateResponse(
    @ExiElement("ResponseCode") ResponseCode responseCode,
    @ExiElement("SAProvisioningCertificateChain") CertificateChain saProvisioningCertificateChain,
    @ExiElement("ContractSignatureCertChain") CertificateChain contractSignatureCertChain,
    @ExiElement("ContractSignatureEncryptedPrivateKey")
        ContractSignatureEncryptedPrivateKey contractSignatureEncryptedPrivateKey,
    @ExiElement("DHpublickey") DiffieHellmanPublickey dHpublickey,
    @ExiElement("eMAID") Emaid emaid,
    @ExiElement("RetryCounter") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE)
        Optional<Integer> retryCounter)
    implements BodyElement, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public CertificateUpdateResponse {
    Facets.range("RetryCounter", retryCounter, -32768, 32767);
  }
}
