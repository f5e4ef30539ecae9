package energy.ebbflow.iso15118.message.iso20;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * DetailedCostType. A cost, and the price of one unit; in the same currency.
 *
 * @param amount the amount in the currency
 * @param costPerUnit the price of one unit; in the same currency
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_TYPES)
public record DetailedCost(
    @ExiElement("Amount") RationalNumber amount,
    @ExiElement("CostPerUnit") RationalNumber costPerUnit) {}
