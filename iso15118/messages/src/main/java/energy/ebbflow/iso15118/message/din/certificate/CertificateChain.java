package energy.ebbflow.iso15118.message.din.certificate;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.Optional;

/**
 * CertificateChainType. A certificate and its intermediates.
 *
 * @param certificate a certificate, DER; at most 1200 octets
 * @param subCertificates the intermediate certificates
 */
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record CertificateChain(
    @ExiElement("Certificate") @Length(max = 1200) Octets certificate,
    @ExiElement("SubCertificates") Optional<SubCertificates> subCertificates) {

  /** Checks the bounds that the schema sets. */
  public CertificateChain {
    Facets.length("Certificate", certificate, 0, 1200);
  }
}
