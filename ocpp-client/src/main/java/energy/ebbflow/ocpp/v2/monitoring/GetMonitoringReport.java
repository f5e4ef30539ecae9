package energy.ebbflow.ocpp.v2.monitoring;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.devicemodel.ComponentVariable;
import energy.ebbflow.ocpp.v2.devicemodel.GenericDeviceModelStatus;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.List;
import java.util.Optional;

/** GetMonitoringReport, OCPP 2.0.1 and 2.1 N02. */
public final class GetMonitoringReport {
  public static final Action<Request, Response> ACTION =
      new Action<>("GetMonitoringReport", Request.class, Response.class);

  private GetMonitoringReport() {}

  /** What is asked or told. */
  public record Request(
      @Items @AbsentIfEmpty List<ComponentVariable> componentVariable,
      int requestId,
      @Items(max = 3) @AbsentIfEmpty List<Criterion> monitoringCriteria) {
    public Request {
      componentVariable = List.copyOf(componentVariable);
      monitoringCriteria = List.copyOf(monitoringCriteria);
    }
  }

  /** The answer. */
  public record Response(GenericDeviceModelStatus status, Optional<StatusInfo> statusInfo) {}

  /** OCPP's MonitoringCriterionEnumType. */
  public enum Criterion implements WireEnum {
    THRESHOLD_MONITORING("ThresholdMonitoring"),
    DELTA_MONITORING("DeltaMonitoring"),
    PERIODIC_MONITORING("PeriodicMonitoring");
    private final String wire;

    Criterion(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }
}
