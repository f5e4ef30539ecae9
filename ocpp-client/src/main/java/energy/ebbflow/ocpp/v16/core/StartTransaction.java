package energy.ebbflow.ocpp.v16.core;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import java.time.Instant;
import java.util.Optional;

/** StartTransaction, OCPP 1.6: a transaction began; its number comes with the answer. */
public final class StartTransaction {
  public static final Action<Request, Response> ACTION =
      new Action<>("StartTransaction", Request.class, Response.class);

  private StartTransaction() {}

  /** What is asked or told. */
  public record Request(
      int connectorId,
      @Text(max = 20) String idTag,
      long meterStart,
      Optional<Integer> reservationId,
      Instant timestamp) {}

  /** The answer. */
  public record Response(IdTagInfo idTagInfo, int transactionId) {}
}
