package energy.ebbflow.iso15118.message.iso20.price;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Unsigned;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * EVAbsolutePriceScheduleType. The price that the vehicle asks for.
 *
 * @param timeAnchor the start of the first entry; seconds since 1970-01-01 UTC, unsigned
 * @param currency the currency, three letters (ISO 4217); at most 3 characters
 * @param priceAlgorithm the name of the algorithm; at most 255 characters
 * @param evPriceRuleStacks the rules over time
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record EvAbsolutePriceSchedule(
    @ExiElement("TimeAnchor") @Unsigned long timeAnchor,
    @ExiElement("Currency") @Length(max = 3) String currency,
    @ExiElement("PriceAlgorithm") @Length(max = 255) String priceAlgorithm,
    @ExiElement("EVPriceRuleStacks") EvPriceRuleStackList evPriceRuleStacks) {

  /** Checks the bounds that the schema sets. */
  public EvAbsolutePriceSchedule {
    Facets.length("Currency", currency, 0, 3);
    Facets.length("PriceAlgorithm", priceAlgorithm, 0, 255);
  }
}
