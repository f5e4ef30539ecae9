package energy.ebbflow.ocpp.v2.price;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import java.util.List;
import java.util.Optional;

/** One span of a tariff. */
public record SalesTariffEntry(
    RelativeTimeInterval relativeTimeInterval,
    @Range(min = 0) Optional<Integer> ePriceLevel,
    @Items(max = 3) @AbsentIfEmpty List<ConsumptionCost> consumptionCost) {
  public SalesTariffEntry {
    consumptionCost = List.copyOf(consumptionCost);
  }
}
