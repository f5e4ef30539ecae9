package energy.ebbflow.ocpp.v2.price;

import energy.ebbflow.ocpp.json.Items;
import java.util.List;

/** One span of the vehicle's prices, duration in seconds. */
public record EvAbsolutePriceScheduleEntry(
    int duration, @Items(max = 8) List<EvPriceRule> evPriceRule) {
  public EvAbsolutePriceScheduleEntry {
    evPriceRule = List.copyOf(evPriceRule);
  }
}
