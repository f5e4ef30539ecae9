package energy.ebbflow.iso15118.message.iso20.service;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * SelectedServiceType. A chosen service, and its parameter set.
 *
 * @param serviceId the number of the service; 0 to 65535
 * @param parameterSetId the number of the parameter set; 0 to 65535
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record SelectedService(
    @ExiElement("ServiceID") @Range(min = 0, max = 65535) int serviceId,
    @ExiElement("ParameterSetID") @Range(min = 0, max = 65535) int parameterSetId) {

  /** Checks the bounds that the schema sets. */
  public SelectedService {
    Facets.range("ServiceID", serviceId, 0, 65535);
    Facets.range("ParameterSetID", parameterSetId, 0, 65535);
  }
}
