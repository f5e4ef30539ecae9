package energy.ebbflow.ocpp.v2.smartcharging;

import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.v2.type.ChargingRateUnit;
import energy.ebbflow.ocpp.v2.type.ChargingSchedulePeriod;
import java.time.Instant;
import java.util.List;

/** The combined limits of all profiles, period by period. */
public record CompositeSchedule(
    @Range(min = 0) int evseId,
    int duration,
    Instant scheduleStart,
    ChargingRateUnit chargingRateUnit,
    @Items List<ChargingSchedulePeriod> chargingSchedulePeriod) {
  public CompositeSchedule {
    chargingSchedulePeriod = List.copyOf(chargingSchedulePeriod);
  }
}
