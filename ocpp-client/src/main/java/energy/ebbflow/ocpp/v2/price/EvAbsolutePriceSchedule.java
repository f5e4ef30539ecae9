package energy.ebbflow.ocpp.v2.price;

import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Text;
import java.time.Instant;
import java.util.List;

/** The vehicle's own prices. */
public record EvAbsolutePriceSchedule(
    Instant timeAnchor,
    @Text(max = 3) String currency,
    @Items(max = 1024) List<EvAbsolutePriceScheduleEntry> evAbsolutePriceScheduleEntries,
    @Text(max = 2000) String priceAlgorithm) {
  public EvAbsolutePriceSchedule {
    evAbsolutePriceScheduleEntries = List.copyOf(evAbsolutePriceScheduleEntries);
  }
}
