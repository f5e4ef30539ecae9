package energy.ebbflow.iso15118.message.din.certificate;

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
import energy.ebbflow.iso15118.message.din.BodyElement;
import java.util.Optional;

/**
 * CertificateInstallationReq. The vehicle asks for contract certificates.
 *
 * @param id the name by which a signature refers to this element; at most 2048 characters (our
 *     limit)
 * @param oemProvisioningCert the certificate that the maker gave the vehicle, DER; at most 1200
 *     octets
 * @param listOfRootCertificateIds the root certificates that the vehicle has
 * @param dhParams the parameters of the key agreement; at most 256 octets
 */
@ExiName("CertificateInstallationReq")
@ExiType(namespace = Namespaces.DIN_MSG_BODY)
public record CertificateInstallationRequest(
    @ExiAttribute("Id") @Limit(2048) Optional<String> id,
    @ExiElement("OEMProvisioningCert") @Length(max = 1200) Octets oemProvisioningCert,
    @ExiElement("ListOfRootCertificateIDs") ListOfRootCertificateIds listOfRootCertificateIds,
    @ExiElement("DHParams") @Length(max = 256) Octets dhParams)
    implements BodyElement, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public CertificateInstallationRequest {
    Facets.length("Id", id, 0, 2048);
    Facets.length("OEMProvisioningCert", oemProvisioningCert, 0, 1200);
    Facets.length("DHParams", dhParams, 0, 256);
  }
}
