package energy.ebbflow.iso15118.message.iso20.price;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * PriceRuleStackType. The prices of one time.
 *
 * @param duration how long the entry lasts; s, 0 to 4294967295
 * @param priceRule the rules, by power; 1 to 8 of them
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record PriceRuleStack(
    @ExiElement("Duration") @Range(min = 0, max = 4294967295L) long duration,
    @ExiElement("PriceRule") @Occurs(max = 8) List<PriceRule> priceRule) {

  /** Checks the bounds that the schema sets. */
  public PriceRuleStack {
    Facets.range("Duration", duration, 0, 4294967295L);
    priceRule = Facets.occurs("PriceRule", priceRule, 1, 8);
  }
}
