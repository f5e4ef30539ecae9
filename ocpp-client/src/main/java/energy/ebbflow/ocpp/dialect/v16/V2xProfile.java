package energy.ebbflow.ocpp.dialect.v16;

import energy.ebbflow.ocpp.v2.type.ChargingProfile;
import java.util.Optional;

/** A profile of 2.1 that came over 1.6: its transaction has the number of 1.6. */
final class V2xProfile {
  private V2xProfile() {}

  static ChargingProfile own(ChargingProfile p, Numbers numbers) {
    Optional<String> transaction =
        p.transactionId()
            .filter(id -> id.matches("-?[0-9]{1,9}"))
            .flatMap(id -> numbers.transaction(Integer.parseInt(id)))
            .or(p::transactionId);
    return new ChargingProfile(
        p.id(),
        p.stackLevel(),
        p.chargingProfilePurpose(),
        p.chargingProfileKind(),
        p.recurrencyKind(),
        p.validFrom(),
        p.validTo(),
        transaction,
        p.maxOfflineDuration(),
        p.chargingSchedule(),
        p.invalidAfterOfflineDuration(),
        p.dynUpdateInterval(),
        p.dynUpdateTime(),
        p.priceScheduleSignature());
  }
}
