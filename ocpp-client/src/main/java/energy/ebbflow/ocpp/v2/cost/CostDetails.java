package energy.ebbflow.ocpp.v2.cost;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Text;
import java.util.List;
import java.util.Optional;

/**
 * The cost of a transaction as the station has reckoned it.
 *
 * @param chargingPeriods only at the end of the transaction
 */
public record CostDetails(
    @Items @AbsentIfEmpty List<ChargingPeriod> chargingPeriods,
    TotalCost totalCost,
    TotalUsage totalUsage,
    Optional<Boolean> failureToCalculate,
    @Text(max = 500) Optional<String> failureReason) {
  public CostDetails {
    chargingPeriods = List.copyOf(chargingPeriods);
  }
}
