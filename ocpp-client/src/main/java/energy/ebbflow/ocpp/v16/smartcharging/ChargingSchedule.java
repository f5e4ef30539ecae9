package energy.ebbflow.ocpp.v16.smartcharging;

import energy.ebbflow.ocpp.v2.type.ChargingRateUnit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Periods of limits; times in seconds, limits in watts or amperes per phase. */
public record ChargingSchedule(
    Optional<Integer> duration,
    Optional<Instant> startSchedule,
    ChargingRateUnit chargingRateUnit,
    List<SchedulePeriod> chargingSchedulePeriod,
    Optional<Double> minChargingRate) {
  public ChargingSchedule {
    chargingSchedulePeriod = List.copyOf(chargingSchedulePeriod);
  }
}
