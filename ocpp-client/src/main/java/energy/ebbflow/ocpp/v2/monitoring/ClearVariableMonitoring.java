package energy.ebbflow.ocpp.v2.monitoring;

import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.List;
import java.util.Optional;

/** ClearVariableMonitoring, OCPP 2.0.1 and 2.1 N06. */
public final class ClearVariableMonitoring {
  public static final Action<Request, Response> ACTION =
      new Action<>("ClearVariableMonitoring", Request.class, Response.class);

  private ClearVariableMonitoring() {}

  /** What is asked or told. */
  public record Request(@Items @Range(min = 0) List<Integer> id) {
    public Request {
      id = List.copyOf(id);
    }
  }

  /** The answer. */
  public record Response(@Items List<ClearingResult> clearMonitoringResult) {
    public Response {
      clearMonitoringResult = List.copyOf(clearMonitoringResult);
    }
  }

  /** OCPP's ClearMonitoringResultType. */
  public record ClearingResult(
      Status status, @Range(min = 0) int id, Optional<StatusInfo> statusInfo) {}

  /** OCPP's ClearMonitoringStatusEnumType. */
  public enum Status implements WireEnum {
    ACCEPTED("Accepted"),
    REJECTED("Rejected"),
    NOT_FOUND("NotFound");
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
