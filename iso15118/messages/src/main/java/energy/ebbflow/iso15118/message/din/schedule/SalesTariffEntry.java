package energy.ebbflow.iso15118.message.din.schedule;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import java.util.List;

/**
 * SalesTariffEntry. A price level in an interval.
 *
 * @param timeInterval when the entry holds
 * @param epriceLevel the price level; 1 is the cheapest, 0 to 255
 * @param consumptionCost what consumption costs, by amount of power; 0 to 256 of them (our limit)
 */
@ExiName("SalesTariffEntry")
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record SalesTariffEntry(
    @ExiChoice TimeInterval timeInterval,
    @ExiElement("EPriceLevel") @Range(min = 0, max = 255) int epriceLevel,
    @ExiElement("ConsumptionCost") @Occurs(min = 0, max = Occurs.UNBOUNDED) @Limit(256)
        List<ConsumptionCost> consumptionCost)
    implements V2gMessage {

  /** Checks the bounds that the schema sets. */
  public SalesTariffEntry {
    Facets.range("EPriceLevel", epriceLevel, 0, 255);
    consumptionCost = Facets.occurs("ConsumptionCost", consumptionCost, 0, 256);
  }
}
