package energy.ebbflow.ocpp.v2.operation;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.rpc.Action;
import java.time.Instant;

/** StatusNotification, OCPP 2.0.1 and 2.1 G01. */
public final class StatusNotification {
  public static final Action<Request, Response> ACTION =
      new Action<>("StatusNotification", Request.class, Response.class);

  private StatusNotification() {}

  /** What is asked or told. */
  public record Request(
      Instant timestamp,
      ConnectorStatus connectorStatus,
      @Range(min = 0) int evseId,
      @Range(min = 0) int connectorId) {}

  /** The answer. */
  public record Response() {}
}
