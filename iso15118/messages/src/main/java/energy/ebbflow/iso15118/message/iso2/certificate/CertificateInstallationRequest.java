package energy.ebbflow.iso15118.message.iso2.certificate;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;

/**
 * CertificateInstallationReq. The vehicle asks for contract certificates.
 *
 * @param id the name by which a signature refers to this element; at most 2048 characters (our
 *     limit)
 * @param oemProvisioningCert the certificate that the maker gave the vehicle, DER; at most 800
 *     octets
 * @param listOfRootCertificateIds the root certificates that the vehicle has
 */
@ExiName("CertificateInstallationReq")
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
public record CertificateInstallationRequest(
    @ExiAttribute(value = "Id", namespace = Namespaces.ISO2_MSG_BODY) @Limit(2048) String id,
    @ExiElement("OEMProvisioningCert") @Length(max = 800) Octets oemProvisioningCert,
    @ExiElement("ListOfRootCertificateIDs") ListOfRootCertificateIds listOfRootCertificateIds)
    implements BodyElement, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public CertificateInstallationRequest {
    Facets.length("Id", id, 0, 2048);
    Facets.length("OEMProvisioningCert", oemProvisioningCert, 0, 800);
  }
}
