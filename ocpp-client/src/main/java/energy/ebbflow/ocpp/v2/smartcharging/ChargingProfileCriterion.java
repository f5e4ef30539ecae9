package energy.ebbflow.ocpp.v2.smartcharging;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.v2.type.ChargingProfilePurpose;
import java.util.List;
import java.util.Optional;

/** Which profiles GetChargingProfiles asks for. */
public record ChargingProfileCriterion(
    Optional<ChargingProfilePurpose> chargingProfilePurpose,
    @Range(min = 0) Optional<Integer> stackLevel,
    @Items @AbsentIfEmpty List<Integer> chargingProfileId,
    @Items(max = 4) @Text(max = 20) @AbsentIfEmpty List<String> chargingLimitSource) {
  public ChargingProfileCriterion {
    chargingProfileId = List.copyOf(chargingProfileId);
    chargingLimitSource = List.copyOf(chargingLimitSource);
  }
}
