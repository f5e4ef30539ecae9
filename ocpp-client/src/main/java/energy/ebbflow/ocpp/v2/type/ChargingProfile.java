package energy.ebbflow.ocpp.v2.type;

import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A profile of power or current over time, at one stack level. */
public record ChargingProfile(
    int id,
    @Range(min = 0) int stackLevel,
    ChargingProfilePurpose chargingProfilePurpose,
    ChargingProfileKind chargingProfileKind,
    Optional<RecurrencyKind> recurrencyKind,
    Optional<Instant> validFrom,
    Optional<Instant> validTo,
    @Text(max = 36) Optional<String> transactionId,
    @SinceV21 Optional<Integer> maxOfflineDuration,
    @Items(max = 3) List<ChargingSchedule> chargingSchedule,
    @SinceV21 Optional<Boolean> invalidAfterOfflineDuration,
    @SinceV21 Optional<Integer> dynUpdateInterval,
    @SinceV21 Optional<Instant> dynUpdateTime,
    @SinceV21 @Text(max = 256) Optional<String> priceScheduleSignature) {
  public ChargingProfile {
    chargingSchedule = List.copyOf(chargingSchedule);
  }
}
