package energy.ebbflow.ocpp.v2.monitoring;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.operation.EventNotification;
import energy.ebbflow.ocpp.v2.type.Component;
import energy.ebbflow.ocpp.v2.type.Variable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** NotifyMonitoringReport, OCPP 2.0.1 and 2.1 N02. */
public final class NotifyMonitoringReport {
  public static final Action<Request, Response> ACTION =
      new Action<>("NotifyMonitoringReport", Request.class, Response.class);

  private NotifyMonitoringReport() {}

  /** What is asked or told. */
  public record Request(
      @Items @AbsentIfEmpty List<MonitoringData> monitor,
      int requestId,
      Optional<Boolean> tbc,
      @Range(min = 0) int seqNo,
      Instant generatedAt) {
    public Request {
      monitor = List.copyOf(monitor);
    }
  }

  /** The answer. */
  public record Response() {}

  /** OCPP's MonitoringDataType. */
  public record MonitoringData(
      Component component, Variable variable, @Items List<VariableMonitoring> variableMonitoring) {
    public MonitoringData {
      variableMonitoring = List.copyOf(variableMonitoring);
    }
  }

  /** OCPP's VariableMonitoringType. */
  public record VariableMonitoring(
      @Range(min = 0) int id,
      boolean transaction,
      double value,
      MonitorKind type,
      @Range(min = 0) int severity,
      @SinceV21 EventNotification eventNotificationType) {}
}
