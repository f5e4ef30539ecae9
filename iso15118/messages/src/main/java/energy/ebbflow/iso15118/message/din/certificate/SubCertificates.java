package energy.ebbflow.iso15118.message.din.certificate;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * SubCertificatesType. The intermediate certificates, the one nearest to the leaf first.
 *
 * @param certificate a certificate, DER; at most 1200 octets; 1 to 256 of them (our limit)
 */
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record SubCertificates(
    @ExiElement("Certificate") @Occurs(max = Occurs.UNBOUNDED) @Limit(256) @Length(max = 1200)
        List<Octets> certificate) {

  /** Checks the bounds that the schema sets. */
  public SubCertificates {
    certificate = Facets.occurs("Certificate", certificate, 1, 256);
    Facets.length("Certificate", certificate, 0, 1200);
  }
}
