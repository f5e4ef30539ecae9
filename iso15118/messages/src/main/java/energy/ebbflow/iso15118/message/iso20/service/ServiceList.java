package energy.ebbflow.iso15118.message.iso20.service;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * ServiceListType. Services on offer.
 *
 * @param service the services; 1 to 8 of them
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record ServiceList(@ExiElement("Service") @Occurs(max = 8) List<Service> service) {

  /** Checks the bounds that the schema sets. */
  public ServiceList {
    service = Facets.occurs("Service", service, 1, 8);
  }
}
