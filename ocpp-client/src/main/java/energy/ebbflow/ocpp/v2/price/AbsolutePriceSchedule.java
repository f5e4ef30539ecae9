package energy.ebbflow.ocpp.v2.price;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** ISO 15118-20 absolute prices. */
public record AbsolutePriceSchedule(
    Instant timeAnchor,
    @Range(min = 0) @WireName("priceScheduleID") int priceScheduleId,
    @Text(max = 160) Optional<String> priceScheduleDescription,
    @Text(max = 3) String currency,
    @Text(max = 8) String language,
    @Text(max = 2000) String priceAlgorithm,
    Optional<RationalNumber> minimumCost,
    Optional<RationalNumber> maximumCost,
    @Items(max = 1024) List<PriceRuleStack> priceRuleStacks,
    @Items(max = 10) @AbsentIfEmpty List<TaxRule> taxRules,
    Optional<OverstayRuleList> overstayRuleList,
    @Items(max = 5) @AbsentIfEmpty List<AdditionalSelectedServices> additionalSelectedServices) {
  public AbsolutePriceSchedule {
    priceRuleStacks = List.copyOf(priceRuleStacks);
    taxRules = List.copyOf(taxRules);
    additionalSelectedServices = List.copyOf(additionalSelectedServices);
  }
}
