package energy.ebbflow.iso15118.message.din.service;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * ServiceTagListType. Services on offer.
 *
 * @param service the services; 1 to 256 of them (our limit)
 */
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record ServiceTagList(
    @ExiElement("Service") @Occurs(max = Occurs.UNBOUNDED) @Limit(256) List<Service> service) {

  /** Checks the bounds that the schema sets. */
  public ServiceTagList {
    service = Facets.occurs("Service", service, 1, 256);
  }
}
