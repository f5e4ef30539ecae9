package energy.ebbflow.ocpp.v2.operation;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** UnlockConnector, OCPP 2.0.1 and 2.1 F05. */
public final class UnlockConnector {
  public static final Action<Request, Response> ACTION =
      new Action<>("UnlockConnector", Request.class, Response.class);

  private UnlockConnector() {}

  /** What is asked or told. */
  public record Request(@Range(min = 0) int evseId, @Range(min = 0) int connectorId) {}

  /** The answer. */
  public record Response(UnlockStatus status, Optional<StatusInfo> statusInfo) {}
}
