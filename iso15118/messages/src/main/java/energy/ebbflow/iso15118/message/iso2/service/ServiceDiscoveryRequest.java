package energy.ebbflow.iso15118.message.iso2.service;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import java.util.Optional;

/**
 * ServiceDiscoveryReq. The vehicle asks which services there are.
 *
 * @param serviceScope the scope of the service, as the station defines it; at most 64 characters
 * @param serviceCategory what kind of service it is
 */
@ExiName("ServiceDiscoveryReq")
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
public record ServiceDiscoveryRequest(
    @ExiElement("ServiceScope") @Length(max = 64) Optional<String> serviceScope,
    @ExiElement("ServiceCategory") Optional<ServiceCategory> serviceCategory)
    implements BodyElement, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public ServiceDiscoveryRequest {
    Facets.length("ServiceScope", serviceScope, 0, 64);
  }
}
