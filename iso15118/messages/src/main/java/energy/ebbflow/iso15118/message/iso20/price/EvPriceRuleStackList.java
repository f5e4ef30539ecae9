package energy.ebbflow.iso15118.message.iso20.price;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * EVPriceRuleStackListType. The prices, one time after the other.
 *
 * @param evPriceRuleStack the rules, one time after the other; 1 to 1024 of them
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record EvPriceRuleStackList(
    @ExiElement("EVPriceRuleStack") @Occurs(max = 1024) List<EvPriceRuleStack> evPriceRuleStack) {

  /** Checks the bounds that the schema sets. */
  public EvPriceRuleStackList {
    evPriceRuleStack = Facets.occurs("EVPriceRuleStack", evPriceRuleStack, 1, 1024);
  }
}
