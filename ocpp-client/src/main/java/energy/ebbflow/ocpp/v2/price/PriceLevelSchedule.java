package energy.ebbflow.ocpp.v2.price;

import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** ISO 15118-20 relative price levels. */
public record PriceLevelSchedule(
    @Items(max = 100) List<PriceLevelScheduleEntry> priceLevelScheduleEntries,
    Instant timeAnchor,
    @Range(min = 0) int priceScheduleId,
    @Text(max = 32) Optional<String> priceScheduleDescription,
    @Range(min = 0) int numberOfPriceLevels) {
  public PriceLevelSchedule {
    priceLevelScheduleEntries = List.copyOf(priceLevelScheduleEntries);
  }
}
