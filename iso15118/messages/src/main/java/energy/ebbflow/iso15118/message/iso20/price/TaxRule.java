package energy.ebbflow.iso15118.message.iso20.price;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.Optional;

/**
 * TaxRuleType. A tax, and what it is levied on.
 *
 * @param taxRuleId the number of the tax rule; 1 to 4294967295
 * @param taxRuleName the name of the tax; at most 80 characters
 * @param taxRate the tax; %
 * @param taxIncludedInPrice whether the prices include the tax
 * @param appliesToEnergyFee whether the tax is levied on energy
 * @param appliesToParkingFee whether the tax is levied on parking
 * @param appliesToOverstayFee whether the tax is levied on overstaying
 * @param appliesMinimumMaximumCost whether the tax is levied on minimum and maximum cost
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record TaxRule(
    @ExiElement("TaxRuleID") @Range(min = 1, max = 4294967295L) long taxRuleId,
    @ExiElement("TaxRuleName") @Length(max = 80) Optional<String> taxRuleName,
    @ExiElement("TaxRate") RationalNumber taxRate,
    @ExiElement("TaxIncludedInPrice") Optional<Boolean> taxIncludedInPrice,
    @ExiElement("AppliesToEnergyFee") boolean appliesToEnergyFee,
    @ExiElement("AppliesToParkingFee") boolean appliesToParkingFee,
    @ExiElement("AppliesToOverstayFee") boolean appliesToOverstayFee,
    @ExiElement("AppliesMinimumMaximumCost") boolean appliesMinimumMaximumCost) {

  /** Checks the bounds that the schema sets. */
  public TaxRule {
    Facets.range("TaxRuleID", taxRuleId, 1, 4294967295L);
    Facets.length("TaxRuleName", taxRuleName, 0, 80);
  }
}
