package energy.ebbflow.ocpp.v2.price;

import energy.ebbflow.ocpp.json.Items;
import java.util.List;
import java.util.Optional;

/** Fees for staying on. */
public record OverstayRuleList(
    Optional<RationalNumber> overstayPowerThreshold,
    @Items(max = 5) List<OverstayRule> overstayRule,
    Optional<Integer> overstayTimeThreshold) {
  public OverstayRuleList {
    overstayRule = List.copyOf(overstayRule);
  }
}
