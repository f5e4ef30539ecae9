package energy.ebbflow.ocpp.v16.smartcharging;

import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v16.core.Verdict;
import java.util.Optional;

/** ClearChargingProfile, OCPP 1.6: remove profiles. */
public final class ClearChargingProfile {
  public static final Action<Request, Response> ACTION =
      new Action<>("ClearChargingProfile", Request.class, Response.class);

  private ClearChargingProfile() {}

  /** What is asked or told. */
  public record Request(
      Optional<Integer> id,
      Optional<Integer> connectorId,
      Optional<Purpose> chargingProfilePurpose,
      Optional<Integer> stackLevel) {}

  /** The answer. */
  public record Response(Verdict status) {}
}
