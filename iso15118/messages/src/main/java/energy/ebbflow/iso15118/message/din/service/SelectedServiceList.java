package energy.ebbflow.iso15118.message.din.service;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * SelectedServiceListType. The chosen services.
 *
 * @param selectedService the chosen services; 1 to 256 of them (our limit)
 */
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record SelectedServiceList(
    @ExiElement("SelectedService") @Occurs(max = Occurs.UNBOUNDED) @Limit(256)
        List<SelectedService> selectedService) {

  /** Checks the bounds that the schema sets. */
  public SelectedServiceList {
    selectedService = Facets.occurs("SelectedService", selectedService, 1, 256);
  }
}
