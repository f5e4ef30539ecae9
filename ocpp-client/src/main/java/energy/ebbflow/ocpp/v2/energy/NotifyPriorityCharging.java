package energy.ebbflow.ocpp.v2.energy;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;

/** NotifyPriorityCharging, OCPP 2.1 K21, K22. */
public final class NotifyPriorityCharging {
  public static final Action<Request, Response> ACTION =
      new Action<>("NotifyPriorityCharging", Request.class, Response.class);

  private NotifyPriorityCharging() {}

  /** What is asked or told. */
  public record Request(@Text(max = 36) String transactionId, boolean activated) {}

  /** The answer. */
  public record Response() {}
}
