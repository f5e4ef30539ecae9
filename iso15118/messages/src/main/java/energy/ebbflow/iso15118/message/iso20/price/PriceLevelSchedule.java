package energy.ebbflow.iso15118.message.iso20.price;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.exi.schema.Unsigned;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.Optional;

/**
 * PriceLevelScheduleType. Prices over time, as levels.
 *
 * @param id the name by which a signature refers to this element; at most 2048 characters (our
 *     limit)
 * @param timeAnchor the start of the first entry; seconds since 1970-01-01 UTC, unsigned
 * @param priceScheduleId the number of the price schedule; 1 to 4294967295
 * @param priceScheduleDescription the price schedule in words; at most 160 characters
 * @param numberOfPriceLevels how many price levels there are; 0 to 255
 * @param priceLevelScheduleEntries the entries, one after the other
 */
@ExiName("PriceLevelSchedule")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record PriceLevelSchedule(
    @ExiAttribute(value = "Id", namespace = Namespaces.ISO20_COMMON_MESSAGES) @Limit(2048)
        Optional<String> id,
    @ExiElement("TimeAnchor") @Unsigned long timeAnchor,
    @ExiElement("PriceScheduleID") @Range(min = 1, max = 4294967295L) long priceScheduleId,
    @ExiElement("PriceScheduleDescription") @Length(max = 160)
        Optional<String> priceScheduleDescription,
    @ExiElement("NumberOfPriceLevels") @Range(min = 0, max = 255) int numberOfPriceLevels,
    @ExiElement("PriceLevelScheduleEntries") PriceLevelScheduleEntryList priceLevelScheduleEntries)
    implements PriceSchedule {

  /** Checks the bounds that the schema sets. */
  public PriceLevelSchedule {
    Facets.length("Id", id, 0, 2048);
    Facets.range("PriceScheduleID", priceScheduleId, 1, 4294967295L);
    Facets.length("PriceScheduleDescription", priceScheduleDescription, 0, 160);
    Facets.range("NumberOfPriceLevels", numberOfPriceLevels, 0, 255);
  }
}
