package energy.ebbflow.ocpp.v2.smartcharging;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.v2.type.ChargingProfilePurpose;
import java.util.Optional;

/** Which profiles ClearChargingProfile means. */
public record ProfileFilter(
    @Range(min = 0) Optional<Integer> evseId,
    Optional<ChargingProfilePurpose> chargingProfilePurpose,
    @Range(min = 0) Optional<Integer> stackLevel) {}
