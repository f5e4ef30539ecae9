package energy.ebbflow.ocpp.v2.stream;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.monitoring.SetVariableMonitoring;
import energy.ebbflow.ocpp.v2.smartcharging.GenericStatus;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** AdjustPeriodicEventStream, OCPP 2.1 N14; from the back office. */
public final class AdjustPeriodicEventStream {
  public static final Action<Request, Response> ACTION =
      new Action<>("AdjustPeriodicEventStream", Request.class, Response.class);

  private AdjustPeriodicEventStream() {}

  /** What is asked. */
  public record Request(@Range(min = 0) int id, SetVariableMonitoring.StreamParameters params) {}

  /** The answer. */
  public record Response(GenericStatus status, Optional<StatusInfo> statusInfo) {}
}
