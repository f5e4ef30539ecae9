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
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.Optional;

/**
 * AbsolutePriceScheduleType. Prices over time, in a currency.
 *
 * @param id the name by which a signature refers to this element; at most 2048 characters (our
 *     limit)
 * @param timeAnchor the start of the first entry; seconds since 1970-01-01 UTC, unsigned
 * @param priceScheduleId the number of the price schedule; 1 to 4294967295
 * @param priceScheduleDescription the price schedule in words; at most 160 characters
 * @param currency the currency, three letters (ISO 4217); at most 3 characters
 * @param language the language, three letters (ISO 639); at most 3 characters
 * @param priceAlgorithm the name of the algorithm; at most 255 characters
 * @param minimumCost the least that the session costs; in the currency of the schedule
 * @param maximumCost the most that the session costs; in the currency of the schedule
 * @param taxRules the taxes
 * @param priceRuleStacks the rules over time
 * @param overstayRules what overstaying costs
 * @param additionalSelectedServices the value added services that were chosen, and their fees
 */
@ExiName("AbsolutePriceSchedule")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record AbsolutePriceSchedule(
    @ExiAttribute(value = "Id", namespace = Namespaces.ISO20_COMMON_MESSAGES) @Limit(2048)
        Optional<String> id,
    @ExiElement("TimeAnchor") @Unsigned long timeAnchor,
    @ExiElement("PriceScheduleID") @Range(min = 1, max = 4294967295L) long priceScheduleId,
    @ExiElement("PriceScheduleDescription") @Length(max = 160)
        Optional<String> priceScheduleDescription,
    @ExiElement("Currency") @Length(max = 3) String currency,
    @ExiElement("Language") @Length(max = 3) String language,
    @ExiElement("PriceAlgorithm") @Length(max = 255) String priceAlgorithm,
    @ExiElement("MinimumCost") Optional<RationalNumber> minimumCost,
    @ExiElement("MaximumCost") Optional<RationalNumber> maximumCost,
    @ExiElement("TaxRules") Optional<TaxRuleList> taxRules,
    @ExiElement("PriceRuleStacks") PriceRuleStackList priceRuleStacks,
    @ExiElement("OverstayRules") Optional<OverstayRuleList> overstayRules,
    @ExiElement("AdditionalSelectedServices")
        Optional<AdditionalServiceList> additionalSelectedServices)
    implements PriceSchedule {

  /** Checks the bounds that the schema sets. */
  public AbsolutePriceSchedule {
    Facets.length("Id", id, 0, 2048);
    Facets.range("PriceScheduleID", priceScheduleId, 1, 4294967295L);
    Facets.length("PriceScheduleDescription", priceScheduleDescription, 0, 160);
    Facets.length("Currency", currency, 0, 3);
    Facets.length("Language", language, 0, 3);
    Facets.length("PriceAlgorithm", priceAlgorithm, 0, 255);
  }
}
