package energy.ebbflow.ocpp.v2.transaction;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.authorization.IdToken;
import energy.ebbflow.ocpp.v2.type.ChargingProfile;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** RequestStartTransaction, OCPP 2.0.1 and 2.1 F01, F02. */
public final class RequestStartTransaction {
  public static final Action<Request, Response> ACTION =
      new Action<>("RequestStartTransaction", Request.class, Response.class);

  private RequestStartTransaction() {}

  /** What is asked or told. */
  public record Request(
      @Range(min = 1) Optional<Integer> evseId,
      Optional<IdToken> groupIdToken,
      IdToken idToken,
      int remoteStartId,
      Optional<ChargingProfile> chargingProfile) {}

  /** The answer. */
  public record Response(
      RequestStartStopStatus status,
      Optional<StatusInfo> statusInfo,
      @Text(max = 36) Optional<String> transactionId) {}
}
