package energy.ebbflow.ocpp.v16.core;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.rpc.Action;

/** ChangeAvailability, OCPP 1.6: in or out of service. */
public final class ChangeAvailability {
  public static final Action<Request, Response> ACTION =
      new Action<>("ChangeAvailability", Request.class, Response.class);

  private ChangeAvailability() {}

  /** What is asked or told. */
  public record Request(@Range(min = 0) int connectorId, Availability type) {}

  /** The answer. */
  public record Response(Verdict status) {}
}
