package energy.ebbflow.iso15118.message.iso20.certificate;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;

/**
 * CertificateInstallationRes. The station passes on a contract certificate.
 *
 * @param header what every message starts with
 * @param responseCode how the request went
 * @param evseProcessing whether the station has finished
 * @param cpsCertificateChain the certificate of the provisioning service that signed
 * @param signedInstallationData the contract certificate and its key
 * @param remainingContractCertificateChains how many more contract certificates wait; 0 to 255
 */
@ExiName("CertificateInstallationRes")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record CertificateInstallationResponse(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement(value = "ResponseCode", namespace = Namespaces.ISO20_COMMON_TYPES)
        ResponseCode responseCode,
    @ExiElement("EVSEProcessing") Processing evseProcessing,
    @ExiElement("CPSCertificateChain") CertificateChain cpsCertificateChain,
    @ExiElement("SignedInstallationData") SignedInstallationData signedInstallationData,
    @ExiElement("RemainingContractCertificateChains") @Range(min = 0, max = 255)
        int remainingContractCertificateChains)
    implements Iso20Response {

  /** Checks the bounds that the schema sets. */
  public CertificateInstallationResponse {
    Facets.range("RemainingContractCertificateChains", remainingContractCertificateChains, 0, 255);
  }
}
