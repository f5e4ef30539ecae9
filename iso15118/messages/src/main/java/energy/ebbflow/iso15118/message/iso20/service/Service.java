package energy.ebbflow.iso15118.message.iso20.service;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * ServiceType. A service on offer.
 *
 * @param serviceId the number of the service; 0 to 65535
 * @param freeService whether the service costs nothing
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record Service(
    @ExiElement("ServiceID") @Range(min = 0, max = 65535) int serviceId,
    @ExiElement("FreeService") boolean freeService) {

  /** Checks the bounds that the schema sets. */
  public Service {
    Facets.range("ServiceID", serviceId, 0, 65535);
  }
}
