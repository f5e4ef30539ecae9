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
 * OverstayRuleType. What overstaying costs from some time on.
 *
 * @param overstayRuleDescription the rule in words; at most 160 characters
 * @param startTime from when the fee is due; s after charging has finished, 0 to 4294967295
 * @param overstayFee the price of one period; in the currency of the schedule
 * @param overstayFeePeriod the period of the fee; s, 0 to 4294967295
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record OverstayRule(
    @ExiElement("OverstayRuleDescription") @Length(max = 160)
        Optional<String> overstayRuleDescription,
    @ExiElement("StartTime") @Range(min = 0, max = 4294967295L) long startTime,
    @ExiElement("OverstayFee") RationalNumber overstayFee,
    @ExiElement("OverstayFeePeriod") @Range(min = 0, max = 4294967295L) long overstayFeePeriod) {

  /** Checks the bounds that the schema sets. */
  public OverstayRule {
    Facets.length("OverstayRuleDescription", overstayRuleDescription, 0, 160);
    Facets.range("StartTime", startTime, 0, 4294967295L);
    Facets.range("OverstayFeePeriod", overstayFeePeriod, 0, 4294967295L);
  }
}
