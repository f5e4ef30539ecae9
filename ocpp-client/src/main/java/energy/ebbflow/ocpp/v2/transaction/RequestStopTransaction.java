package energy.ebbflow.ocpp.v2.transaction;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** RequestStopTransaction, OCPP 2.0.1 and 2.1 F03. */
public final class RequestStopTransaction {
  public static final Action<Request, Response> ACTION =
      new Action<>("RequestStopTransaction", Request.class, Response.class);

  private RequestStopTransaction() {}

  /** What is asked or told. */
  public record Request(@Text(max = 36) String transactionId) {}

  /** The answer. */
  public record Response(RequestStartStopStatus status, Optional<StatusInfo> statusInfo) {}
}
