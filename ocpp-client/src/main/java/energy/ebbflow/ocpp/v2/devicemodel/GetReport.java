package energy.ebbflow.ocpp.v2.devicemodel;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.List;
import java.util.Optional;

/** GetReport, OCPP 2.0.1 and 2.1 B08: ask for a part of the device model. */
public final class GetReport {
  public static final Action<Request, Response> ACTION =
      new Action<>("GetReport", Request.class, Response.class);

  private GetReport() {}

  /** What is asked or told. */
  public record Request(
      @Items @AbsentIfEmpty List<ComponentVariable> componentVariable,
      int requestId,
      @Items(max = 4) @AbsentIfEmpty List<ComponentCriterion> componentCriteria) {
    public Request {
      componentVariable = List.copyOf(componentVariable);
      componentCriteria = List.copyOf(componentCriteria);
    }
  }

  /** The answer. */
  public record Response(GenericDeviceModelStatus status, Optional<StatusInfo> statusInfo) {}
}
