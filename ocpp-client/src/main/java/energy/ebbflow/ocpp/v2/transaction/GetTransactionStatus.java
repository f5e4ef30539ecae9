package energy.ebbflow.ocpp.v2.transaction;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import java.util.Optional;

/** GetTransactionStatus, OCPP 2.0.1 and 2.1 E14: are events still queued. */
public final class GetTransactionStatus {
  public static final Action<Request, Response> ACTION =
      new Action<>("GetTransactionStatus", Request.class, Response.class);

  private GetTransactionStatus() {}

  /** What is asked or told. */
  public record Request(@Text(max = 36) Optional<String> transactionId) {}

  /** The answer. */
  public record Response(Optional<Boolean> ongoingIndicator, boolean messagesInQueue) {}
}
