package energy.ebbflow.iso15118.message.iso20.price;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * AdditionalServiceListType. Value added services and their fees.
 *
 * @param additionalService the services; 1 to 5 of them
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record AdditionalServiceList(
    @ExiElement("AdditionalService") @Occurs(max = 5) List<AdditionalService> additionalService) {

  /** Checks the bounds that the schema sets. */
  public AdditionalServiceList {
    additionalService = Facets.occurs("AdditionalService", additionalService, 1, 5);
  }
}
