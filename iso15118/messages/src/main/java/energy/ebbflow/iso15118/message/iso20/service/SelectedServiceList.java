package energy.ebbflow.iso15118.message.iso20.service;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * SelectedServiceListType. The chosen services.
 *
 * @param selectedService the chosen services; 1 to 16 of them
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record SelectedServiceList(
    @ExiElement("SelectedService") @Occurs(max = 16) List<SelectedService> selectedService) {

  /** Checks the bounds that the schema sets. */
  public SelectedServiceList {
    selectedService = Facets.occurs("SelectedService", selectedService, 1, 16);
  }
}
