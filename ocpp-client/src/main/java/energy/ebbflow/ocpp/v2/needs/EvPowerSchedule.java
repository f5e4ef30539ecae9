package energy.ebbflow.ocpp.v2.needs;

import energy.ebbflow.ocpp.json.Items;
import java.time.Instant;
import java.util.List;

/** Power the vehicle offers over time. */
public record EvPowerSchedule(
    @Items(max = 1024) List<EvPowerScheduleEntry> evPowerScheduleEntries, Instant timeAnchor) {
  public EvPowerSchedule {
    evPowerScheduleEntries = List.copyOf(evPowerScheduleEntries);
  }
}
