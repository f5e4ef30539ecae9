package energy.ebbflow.iso15118.message.iso20.certificate;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;

/**
 * SignedInstallationData. The contract certificate and its key, signed by the provisioning service.
 *
 * @param id the name by which a signature refers to this element; at most 2048 characters (our
 *     limit)
 * @param contractCertificateChain the contract certificate and its intermediates
 * @param ecdhCurve the curve of the key agreement
 * @param dhPublicKey the public key of the key agreement; exactly 133 octets
 * @param encryptedPrivateKey one of SECP521_EncryptedPrivateKey, X448_EncryptedPrivateKey,
 *     TPM_EncryptedPrivateKey
 */
@ExiName("SignedInstallationData")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record SignedInstallationData(
    @ExiAttribute(value = "Id", namespace = Namespaces.ISO20_COMMON_MESSAGES) @Limit(2048)
        String id,
    @ExiElement("ContractCertificateChain") ContractCertificateChain contractCertificateChain,
    @ExiElement("ECDHCurve") EcdhCurve ecdhCurve,
    @ExiElement("DHPublicKey") @Length(min = 133, max = 133) Octets dhPublicKey,
    @ExiChoice EncryptedPrivateKey encryptedPrivateKey)
    implements V2gMessage {

  /** Checks the bounds that the schema sets. */
  public SignedInstallationData {
    Facets.length("Id", id, 0, 2048);
    Facets.length("DHPublicKey", dhPublicKey, 133, 133);
  }
}
