package energy.ebbflow.iso15118.message.iso20.certificate;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import java.util.Optional;

/**
 * CertificateInstallationReq. The vehicle asks for contract certificates.
 *
 * @param header what every message starts with
 * @param oemProvisioningCertificateChain the certificate that the maker gave the vehicle
 * @param listOfRootCertificateIds the root certificates that the vehicle has
 * @param maximumContractCertificateChains how many contract certificates the vehicle can keep; 0 to
 *     255
 * @param prioritizedEmaids the contracts wanted first; personal data
 */
@ExiName("CertificateInstallationReq")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record CertificateInstallationRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement("OEMProvisioningCertificateChain")
        SignedCertificateChain oemProvisioningCertificateChain,
    @ExiElement("ListOfRootCertificateIDs") ListOfRootCertificateIds listOfRootCertificateIds,
    @ExiElement("MaximumContractCertificateChains") @Range(min = 0, max = 255)
        int maximumContractCertificateChains,
    @ExiElement("PrioritizedEMAIDs") Optional<EmaidList> prioritizedEmaids)
    implements Iso20Request {

  /** Checks the bounds that the schema sets. */
  public CertificateInstallationRequest {
    Facets.range("MaximumContractCertificateChains", maximumContractCertificateChains, 0, 255);
  }
}
