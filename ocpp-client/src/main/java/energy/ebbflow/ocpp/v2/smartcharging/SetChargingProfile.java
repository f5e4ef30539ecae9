package energy.ebbflow.ocpp.v2.smartcharging;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.ChargingProfile;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** SetChargingProfile, OCPP 2.0.1 and 2.1 K01. */
public final class SetChargingProfile {
  public static final Action<Request, Response> ACTION =
      new Action<>("SetChargingProfile", Request.class, Response.class);

  private SetChargingProfile() {}

  /** What is asked or told. */
  public record Request(@Range(min = 0) int evseId, ChargingProfile chargingProfile) {}

  /** The answer. */
  public record Response(ChargingProfileStatus status, Optional<StatusInfo> statusInfo) {}
}
