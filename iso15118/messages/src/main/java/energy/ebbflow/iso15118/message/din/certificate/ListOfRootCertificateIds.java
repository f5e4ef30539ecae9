package energy.ebbflow.iso15118.message.din.certificate;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * ListOfRootCertificateIDsType. Root certificates, by issuer and serial number.
 *
 * @param rootCertificateId issuer and serial number of a root certificate; at most 40 characters; 1
 *     to 256 of them (our limit)
 */
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record ListOfRootCertificateIds(
    @ExiElement("RootCertificateID") @Occurs(max = Occurs.UNBOUNDED) @Limit(256) @Length(max = 40)
        List<String> rootCertificateId) {

  /** Checks the bounds that the schema sets. */
  public ListOfRootCertificateIds {
    rootCertificateId = Facets.occurs("RootCertificateID", rootCertificateId, 1, 256);
    Facets.length("RootCertificateID", rootCertificateId, 0, 40);
  }
}
