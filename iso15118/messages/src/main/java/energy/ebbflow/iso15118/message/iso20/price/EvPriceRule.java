package energy.ebbflow.iso15118.message.iso20.price;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;

/**
 * EVPriceRuleType. A price from some power on.
 *
 * @param energyFee the price of one kWh; in the currency of the schedule
 * @param powerRangeStart from which power the rule holds; W
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record EvPriceRule(
    @ExiElement("EnergyFee") RationalNumber energyFee,
    @ExiElement("PowerRangeStart") RationalNumber powerRangeStart) {}
