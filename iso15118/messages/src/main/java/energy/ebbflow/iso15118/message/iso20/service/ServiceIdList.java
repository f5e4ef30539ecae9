package energy.ebbflow.iso15118.message.iso20.service;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * ServiceIDListType. Numbers of services.
 *
 * @param serviceId the number of the service; 0 to 65535; 1 to 16 of them
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record ServiceIdList(
    @ExiElement("ServiceID") @Occurs(max = 16) @Range(min = 0, max = 65535)
        List<Integer> serviceId) {

  /** Checks the bounds that the schema sets. */
  public ServiceIdList {
    serviceId = Facets.occurs("ServiceID", serviceId, 1, 16);
    Facets.range("ServiceID", serviceId, 0, 65535);
  }
}
