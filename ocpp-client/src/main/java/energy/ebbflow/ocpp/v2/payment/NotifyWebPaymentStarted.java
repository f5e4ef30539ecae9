package energy.ebbflow.ocpp.v2.payment;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.rpc.Action;

/** NotifyWebPaymentStarted, OCPP 2.1 C25: somebody pays by the web for an outlet. */
public final class NotifyWebPaymentStarted {
  public static final Action<Request, Response> ACTION =
      new Action<>("NotifyWebPaymentStarted", Request.class, Response.class);

  private NotifyWebPaymentStarted() {}

  /** What is asked or told. */
  public record Request(@Range(min = 0) int evseId, int timeout) {}

  /** The answer. */
  public record Response() {}
}
