package energy.ebbflow.iso15118.message.iso20.price;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.List;
import java.util.Optional;

/**
 * OverstayRuleListType. What overstaying costs.
 *
 * @param overstayTimeThreshold the time that is free; s, 0 to 4294967295
 * @param overstayPowerThreshold the power below which charging counts as finished; W
 * @param overstayRule the rules, one after the other; 1 to 5 of them
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record OverstayRuleList(
    @ExiElement("OverstayTimeThreshold") @Range(min = 0, max = 4294967295L)
        Optional<Long> overstayTimeThreshold,
    @ExiElement("OverstayPowerThreshold") Optional<RationalNumber> overstayPowerThreshold,
    @ExiElement("OverstayRule") @Occurs(max = 5) List<OverstayRule> overstayRule) {

  /** Checks the bounds that the schema sets. */
  public OverstayRuleList {
    Facets.range("OverstayTimeThreshold", overstayTimeThreshold, 0, 4294967295L);
    overstayRule = Facets.occurs("OverstayRule", overstayRule, 1, 5);
  }
}
