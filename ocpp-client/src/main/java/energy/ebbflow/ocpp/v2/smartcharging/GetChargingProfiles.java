package energy.ebbflow.ocpp.v2.smartcharging;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** GetChargingProfiles, OCPP 2.0.1 and 2.1 K09. */
public final class GetChargingProfiles {
  public static final Action<Request, Response> ACTION =
      new Action<>("GetChargingProfiles", Request.class, Response.class);

  private GetChargingProfiles() {}

  /** What is asked or told. */
  public record Request(
      int requestId,
      @Range(min = 0) Optional<Integer> evseId,
      ChargingProfileCriterion chargingProfile) {}

  /** The answer. */
  public record Response(GetChargingProfileStatus status, Optional<StatusInfo> statusInfo) {}
}
