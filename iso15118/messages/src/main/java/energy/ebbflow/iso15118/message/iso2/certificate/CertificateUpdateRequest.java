package energy.ebbflow.iso15118.message.iso2.certificate;

import energy.ebbflow.exi.Facets;
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
 * CertificateUpdateReq. The vehicle asks for a new contract certificate.
 *
 * @param id the name by which a signature refers to this element; at most 2048 characters (our
 *     limit)
 * @param contractSignatureCertChain the contract certificate and its intermediates
 * @param emaid the contract; personal data, 14 to 15 characters
 * @param listOfRootCertificateIds the root certificates that the vehicle has
 */
@ExiName("CertificateUpdateReq")
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
public record CertificateUpdateRequest(
    @ExiAttribute(value = "Id", namespace = Namespaces.ISO2_MSG_BODY) @Limit(2048) String id,
    @ExiElement("ContractSignatureCertChain") CertificateChain contractSignatureCertChain,
    @ExiElement("eMAID") @Length(min = 14, max = 15) String emaid,
    @ExiElement("ListOfRootCertificateIDs") ListOfRootCertificateIds listOfRootCertificateIds)
    implements BodyElement, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public CertificateUpdateRequest {
    Facets.length("Id", id, 0, 2048);
    Facets.length("eMAID", emaid, 14, 15);
  }
}
