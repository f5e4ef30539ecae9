package energy.ebbflow.ocpp.v2.smartcharging;

import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** ClearChargingProfile, OCPP 2.0.1 and 2.1 K10. */
public final class ClearChargingProfile {
  public static final Action<Request, Response> ACTION =
      new Action<>("ClearChargingProfile", Request.class, Response.class);

  private ClearChargingProfile() {}

  /** What is asked or told. */
  public record Request(
      Optional<Integer> chargingProfileId, Optional<ProfileFilter> chargingProfileCriteria) {}

  /** The answer. */
  public record Response(ClearChargingProfileStatus status, Optional<StatusInfo> statusInfo) {}
}
