package energy.ebbflow.ocpp.v16.smartcharging;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.v2.type.ChargingProfileKind;
import energy.ebbflow.ocpp.v2.type.RecurrencyKind;
import java.time.Instant;
import java.util.Optional;

/** A profile of power or current over time. */
public record ChargingProfile(
    int chargingProfileId,
    Optional<Integer> transactionId,
    @Range(min = 0) int stackLevel,
    Purpose chargingProfilePurpose,
    ChargingProfileKind chargingProfileKind,
    Optional<RecurrencyKind> recurrencyKind,
    Optional<Instant> validFrom,
    Optional<Instant> validTo,
    ChargingSchedule chargingSchedule) {}
