package energy.ebbflow.iso15118.message.iso20.authorization;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import java.util.List;

/**
 * AuthorizationSetupRes. The station lists the ways of authorisation.
 *
 * @param header what every message starts with
 * @param responseCode how the request went
 * @param authorizationServices the ways of authorisation on offer; 1 to 2 of them
 * @param certificateInstallationService whether contract certificates can be installed here
 * @param asResAuthorizationMode one of EIM_ASResAuthorizationMode, PnC_ASResAuthorizationMode
 */
@ExiName("AuthorizationSetupRes")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record AuthorizationSetupResponse(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement(value = "ResponseCode", namespace = Namespaces.ISO20_COMMON_TYPES)
        ResponseCode responseCode,
    @ExiElement("AuthorizationServices") @Occurs(max = 2) List<Authorization> authorizationServices,
    @ExiElement("CertificateInstallationService") boolean certificateInstallationService,
    @ExiChoice AsResAuthorizationMode asResAuthorizationMode)
    implements Iso20Response {

  /** Checks the bounds that the schema sets. */
  public AuthorizationSetupResponse {
    authorizationServices = Facets.occurs("AuthorizationServices", authorizationServices, 1, 2);
  }
}
