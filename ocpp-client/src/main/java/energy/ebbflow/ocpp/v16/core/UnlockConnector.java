package energy.ebbflow.ocpp.v16.core;

import energy.ebbflow.ocpp.rpc.Action;

/** UnlockConnector, OCPP 1.6: release the connector. */
public final class UnlockConnector {
  public static final Action<Request, Response> ACTION =
      new Action<>("UnlockConnector", Request.class, Response.class);

  private UnlockConnector() {}

  /** What is asked or told. */
  public record Request(int connectorId) {}

  /** The answer. */
  public record Response(Verdict status) {}
}
