package energy.ebbflow.iso15118.message.iso2.certificate;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;

/**
 * CertificateInstallationRes. The station passes on a contract certificate.
 *
 * @param responseCode how the request went
 * @param saProvisioningCertificateChain the certificate of the provisioning service that signed
 * @param contractSignatureCertChain the contract certificate and its intermediates
 * @param contractSignatureEncryptedPrivateKey the private key of the contract certificate,
 *     encrypted
 * @param dHpublickey the public key of the key agreement
 * @param emaid the contract; personal data
 */
@ExiName("CertificateInstallationRes")
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
public record CertificateInstallationResponse(
    @ExiElement("ResponseCode") ResponseCode responseCode,
    @ExiElement("SAProvisioningCertificateChain") CertificateChain saProvisioningCertificateChain,
    @ExiElement("ContractSignatureCertChain") CertificateChain contractSignatureCertChain,
    @ExiElement("ContractSignatureEncryptedPrivateKey")
        ContractSignatureEncryptedPrivateKey contractSignatureEncryptedPrivateKey,
    @ExiElement("DHpublickey") DiffieHellmanPublickey dHpublickey,
    @ExiElement("eMAID") Emaid emaid)
    implements BodyElement, V2gMessage {}
