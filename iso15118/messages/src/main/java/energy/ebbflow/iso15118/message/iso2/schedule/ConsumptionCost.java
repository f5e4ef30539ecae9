package energy.ebbflow.iso15118.message.iso2.schedule;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso2.PhysicalValue;
import java.util.List;

/**
 * ConsumptionCostType. What consumption costs from some power on.
 *
 * @param startValue from which power the costs hold; its unit comes with it
 * @param cost the costs, of one kind each; 1 to 3 of them
 */
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record ConsumptionCost(
    @ExiElement("startValue") PhysicalValue startValue,
    @ExiElement("Cost") @Occurs(max = 3) List<Cost> cost) {

  /** Checks the bounds that the schema sets. */
  public ConsumptionCost {
    cost = Facets.occurs("Cost", cost, 1, 3);
  }
}
