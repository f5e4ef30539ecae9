package energy.ebbflow.iso15118.message.iso20;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * DetailedTaxType. A tax, by its rule.
 *
 * @param taxRuleId the number of the tax rule; 1 to 4294967295
 * @param amount the amount in the currency
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_TYPES)
public record DetailedTax(
    @ExiElement("TaxRuleID") @Range(min = 1, max = 4294967295L) long taxRuleId,
    @ExiElement("Amount") RationalNumber amount) {

  /** Checks the bounds that the schema sets. */
  public DetailedTax {
    Facets.range("TaxRuleID", taxRuleId, 1, 4294967295L);
  }
}
