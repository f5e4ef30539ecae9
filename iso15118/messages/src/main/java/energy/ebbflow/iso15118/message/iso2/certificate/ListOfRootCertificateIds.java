package energy.ebbflow.iso15118.message.iso2.certificate;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.dsig.key.X509IssuerSerial;
import java.util.List;

/**
 * ListOfRootCertificateIDsType. Root certificates, by issuer and serial number.
 *
 * @param rootCertificateId issuer and serial number of a root certificate; 1 to 20 of them
 */
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record ListOfRootCertificateIds(
    @ExiElement("RootCertificateID") @Occurs(max = 20) List<X509IssuerSerial> rootCertificateId) {

  /** Checks the bounds that the schema sets. */
  public ListOfRootCertificateIds {
    rootCertificateId = Facets.occurs("RootCertificateID", rootCertificateId, 1, 20);
  }
}
