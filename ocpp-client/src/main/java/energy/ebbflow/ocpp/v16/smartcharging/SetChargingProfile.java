package energy.ebbflow.ocpp.v16.smartcharging;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v16.core.Verdict;

/** SetChargingProfile, OCPP 1.6: install a profile. */
public final class SetChargingProfile {
  public static final Action<Request, Response> ACTION =
      new Action<>("SetChargingProfile", Request.class, Response.class);

  private SetChargingProfile() {}

  /** What is asked or told. */
  public record Request(@Range(min = 0) int connectorId, ChargingProfile csChargingProfiles) {}

  /** The answer. */
  public record Response(Verdict status) {}
}
