package energy.ebbflow.iso15118.message.iso2.schedule;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import java.util.List;
import java.util.Optional;

/**
 * SalesTariffEntry. A price level in an interval.
 *
 * @param timeInterval when the entry holds
 * @param epriceLevel the price level; 1 is the cheapest, 0 to 255
 * @param consumptionCost what consumption costs, by amount of power; 0 to 3 of them
 */
@ExiName("SalesTariffEntry")
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record SalesTariffEntry(
    @ExiChoice TimeInterval timeInterval,
    @ExiElement("EPriceLevel") @Range(min = 0, max = 255) Optional<Integer> epriceLevel,
    @ExiElement("ConsumptionCost") @Occurs(min = 0, max = 3) List<ConsumptionCost> consumptionCost)
    implements V2gMessage {

  /** Checks the bounds that the schema sets. */
  public SalesTariffEntry {
    Facets.range("EPriceLevel", epriceLevel, 0, 255);
    consumptionCost = Facets.occurs("ConsumptionCost", consumptionCost, 0, 3);
  }
}
