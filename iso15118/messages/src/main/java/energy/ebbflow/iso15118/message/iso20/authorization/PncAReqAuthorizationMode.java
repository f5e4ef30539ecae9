package energy.ebbflow.iso15118.message.iso20.authorization;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.certificate.ContractCertificateChain;

/**
 * PnC_AReqAuthorizationModeType. Authorisation by contract: the certificate and the answer to the
 * challenge.
 *
 * @param id the name by which a signature refers to this element; at most 2048 characters (our
 *     limit)
 * @param genChallenge random octets that the vehicle has to sign; exactly 16 octets
 * @param contractCertificateChain the contract certificate and its intermediates
 */
@ExiName("PnC_AReqAuthorizationMode")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record PncAReqAuthorizationMode(
    @ExiAttribute(value = "Id", namespace = Namespaces.ISO20_COMMON_MESSAGES) @Limit(2048)
        String id,
    @ExiElement("GenChallenge") @Length(min = 16, max = 16) Octets genChallenge,
    @ExiElement("ContractCertificateChain") ContractCertificateChain contractCertificateChain)
    implements AReqAuthorizationMode {

  /** Checks the bounds that the schema sets. */
  public PncAReqAuthorizationMode {
    Facets.length("Id", id, 0, 2048);
    Facets.length("GenChallenge", genChallenge, 16, 16);
  }
}
