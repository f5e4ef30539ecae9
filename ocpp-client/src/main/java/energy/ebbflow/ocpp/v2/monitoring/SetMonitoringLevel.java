package energy.ebbflow.ocpp.v2.monitoring;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.smartcharging.GenericStatus;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** SetMonitoringLevel, OCPP 2.0.1 and 2.1 N05. */
public final class SetMonitoringLevel {
  public static final Action<Request, Response> ACTION =
      new Action<>("SetMonitoringLevel", Request.class, Response.class);

  private SetMonitoringLevel() {}

  /** What is asked or told. */
  public record Request(@Range(min = 0) int severity) {}

  /** The answer. */
  public record Response(GenericStatus status, Optional<StatusInfo> statusInfo) {}
}
