package energy.ebbflow.ocpp.v2.monitoring;

import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.Component;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import energy.ebbflow.ocpp.v2.type.Variable;
import java.util.List;
import java.util.Optional;

/** SetVariableMonitoring, OCPP 2.0.1 and 2.1 N04. */
public final class SetVariableMonitoring {
  public static final Action<Request, Response> ACTION =
      new Action<>("SetVariableMonitoring", Request.class, Response.class);

  private SetVariableMonitoring() {}

  /** What is asked or told. */
  public record Request(@Items List<MonitoringData> setMonitoringData) {
    public Request {
      setMonitoringData = List.copyOf(setMonitoringData);
    }
  }

  /** The answer. */
  public record Response(@Items List<MonitoringResult> setMonitoringResult) {
    public Response {
      setMonitoringResult = List.copyOf(setMonitoringResult);
    }
  }

  /** OCPP's SetMonitoringDataType. */
  public record MonitoringData(
      @Range(min = 0) Optional<Integer> id,
      @SinceV21 Optional<StreamParameters> periodicEventStream,
      Optional<Boolean> transaction,
      double value,
      MonitorKind type,
      @Range(min = 0) int severity,
      Component component,
      Variable variable) {}

  /** OCPP's PeriodicEventStreamParamsType. */
  public record StreamParameters(
      @Range(min = 0) Optional<Integer> interval, @Range(min = 0) Optional<Integer> values) {}

  /** OCPP's SetMonitoringResultType. */
  public record MonitoringResult(
      @Range(min = 0) Optional<Integer> id,
      Optional<StatusInfo> statusInfo,
      Status status,
      MonitorKind type,
      Component component,
      Variable variable,
      @Range(min = 0) int severity) {}

  /** OCPP's SetMonitoringStatusEnumType. */
  public enum Status implements WireEnum {
    ACCEPTED("Accepted"),
    UNKNOWN_COMPONENT("UnknownComponent"),
    UNKNOWN_VARIABLE("UnknownVariable"),
    UNSUPPORTED_MONITOR_TYPE("UnsupportedMonitorType"),
    REJECTED("Rejected"),
    DUPLICATE("Duplicate");
    private final String wire;

    Status(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }
}
