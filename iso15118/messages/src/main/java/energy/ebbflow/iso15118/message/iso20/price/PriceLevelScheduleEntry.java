package energy.ebbflow.iso15118.message.iso20.price;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * PriceLevelScheduleEntryType. A price level.
 *
 * @param duration how long the entry lasts; s, 0 to 4294967295
 * @param priceLevel the price level; 0 is the cheapest, 0 to 255
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record PriceLevelScheduleEntry(
    @ExiElement("Duration") @Range(min = 0, max = 4294967295L) long duration,
    @ExiElement("PriceLevel") @Range(min = 0, max = 255) int priceLevel) {

  /** Checks the bounds that the schema sets. */
  public PriceLevelScheduleEntry {
    Facets.range("Duration", duration, 0, 4294967295L);
    Facets.range("PriceLevel", priceLevel, 0, 255);
  }
}
