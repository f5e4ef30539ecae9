package energy.ebbflow.iso15118.message.iso20.price;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * EVPriceRuleStackType. The prices of one time.
 *
 * @param duration how long the entry lasts; s, 0 to 4294967295
 * @param evPriceRule the rules, by power; 1 to 8 of them
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record EvPriceRuleStack(
    @ExiElement("Duration") @Range(min = 0, max = 4294967295L) long duration,
    @ExiElement("EVPriceRule") @Occurs(max = 8) List<EvPriceRule> evPriceRule) {

  /** Checks the bounds that the schema sets. */
  public EvPriceRuleStack {
    Facets.range("Duration", duration, 0, 4294967295L);
    evPriceRule = Facets.occurs("EVPriceRule", evPriceRule, 1, 8);
  }
}
