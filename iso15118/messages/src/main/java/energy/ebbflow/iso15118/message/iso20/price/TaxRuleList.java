package energy.ebbflow.iso15118.message.iso20.price;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * TaxRuleListType. Taxes.
 *
 * @param taxRule the rules; 1 to 10 of them
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record TaxRuleList(@ExiElement("TaxRule") @Occurs(max = 10) List<TaxRule> taxRule) {

  /** Checks the bounds that the schema sets. */
  public TaxRuleList {
    taxRule = Facets.occurs("TaxRule", taxRule, 1, 10);
  }
}
