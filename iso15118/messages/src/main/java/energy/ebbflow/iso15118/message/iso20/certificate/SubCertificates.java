package energy.ebbflow.iso15118.message.iso20.certificate;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * SubCertificatesType. The intermediate certificates, the one nearest to the leaf first.
 *
 * @param certificate a certificate, DER; at most 1600 octets; 1 to 3 of them
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record SubCertificates(
    @ExiElement("Certificate") @Occurs(max = 3) @Length(max = 1600) List<Octets> certificate) {

  /** Checks the bounds that the schema sets. */
  public SubCertificates {
    certificate = Facets.occurs("Certificate", certificate, 1, 3);
    Facets.length("Certificate", certificate, 0, 1600);
  }
}
