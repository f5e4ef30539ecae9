package energy.ebbflow.iso15118.message.iso20.certificate;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.Optional;

/**
 * SignedCertificateChainType. A certificate chain that a signature can refer to.
 *
 * @param id the name by which a signature refers to this element; at most 2048 characters (our
 *     limit)
 * @param certificate a certificate, DER; at most 1600 octets
 * @param subCertificates the intermediate certificates
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record SignedCertificateChain(
    @ExiAttribute(value = "Id", namespace = Namespaces.ISO20_COMMON_MESSAGES) @Limit(2048)
        String id,
    @ExiElement("Certificate") @Length(max = 1600) Octets certificate,
    @ExiElement("SubCertificates") Optional<SubCertificates> subCertificates) {

  /** Checks the bounds that the schema sets. */
  public SignedCertificateChain {
    Facets.length("Id", id, 0, 2048);
    Facets.length("Certificate", certificate, 0, 1600);
  }
}
