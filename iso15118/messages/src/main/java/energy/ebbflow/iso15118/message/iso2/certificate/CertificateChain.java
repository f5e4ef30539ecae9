package energy.ebbflow.iso15118.message.iso2.certificate;

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
 * CertificateChainType. A certificate and its intermediates.
 *
 * @param id the name by which a signature refers to this element; at most 2048 characters (our
 *     limit)
 * @param certificate a certificate, DER; at most 800 octets
 * @param subCertificates the intermediate certificates
 */
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record CertificateChain(
    @ExiAttribute(value = "Id", namespace = Namespaces.ISO2_MSG_DATA_TYPES) @Limit(2048)
        Optional<String> id,
    @ExiElement("Certificate") @Length(max = 800) Octets certificate,
    @ExiElement("SubCertificates") Optional<SubCertificates> subCertificates) {

  /** Checks the bounds that the schema sets. */
  public CertificateChain {
    Facets.length("Id", id, 0, 2048);
    Facets.length("Certificate", certificate, 0, 800);
  }
}
