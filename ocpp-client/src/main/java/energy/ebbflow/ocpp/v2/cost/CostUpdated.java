package energy.ebbflow.ocpp.v2.cost;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import java.math.BigDecimal;

/** CostUpdated, OCPP 2.0.1 and 2.1 I02: what the back office has reckoned so far. */
public final class CostUpdated {
  public static final Action<Request, Response> ACTION =
      new Action<>("CostUpdated", Request.class, Response.class);

  private CostUpdated() {}

  /** What is asked or told. */
  public record Request(BigDecimal totalCost, @Text(max = 36) String transactionId) {}

  /** The answer. */
  public record Response() {}
}
