package energy.ebbflow.iso15118.message.din.service;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.Optional;

/**
 * SelectedServiceType. A chosen service, and its parameter set.
 *
 * @param serviceId the number of the service; 0 to 65535
 * @param parameterSetId the number of the parameter set; -32768 to 32767
 */
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record SelectedService(
    @ExiElement("ServiceID") @Range(min = 0, max = 65535) int serviceId,
    @ExiElement("ParameterSetID") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE)
        Optional<Integer> parameterSetId) {

  /** Checks the bounds that the schema sets. */
  public SelectedService {
    Facets.range("ServiceID", serviceId, 0, 65535);
    Facets.range("ParameterSetID", parameterSetId, -32768, 32767);
  }
}
