package energy.ebbflow.iso15118.message.din.schedule;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * ConsumptionCostType. What consumption costs from some power on.
 *
 * @param startValue from which power the costs hold; 0 to 4294967295
 * @param cost the costs, of one kind each; 0 to 256 of them (our limit)
 */
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record ConsumptionCost(
    @ExiElement("startValue") @Range(min = 0, max = 4294967295L) long startValue,
    @ExiElement("Cost") @Occurs(min = 0, max = Occurs.UNBOUNDED) @Limit(256) List<Cost> cost) {

  /** Checks the bounds that the schema sets. */
  public ConsumptionCost {
    Facets.range("startValue", startValue, 0, 4294967295L);
    cost = Facets.occurs("Cost", cost, 0, 256);
  }
}
