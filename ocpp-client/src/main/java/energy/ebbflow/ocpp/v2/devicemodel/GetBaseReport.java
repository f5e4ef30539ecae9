package energy.ebbflow.ocpp.v2.devicemodel;

import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** GetBaseReport, OCPP 2.0.1 and 2.1 B07: ask for a report of the device model. */
public final class GetBaseReport {
  public static final Action<Request, Response> ACTION =
      new Action<>("GetBaseReport", Request.class, Response.class);

  private GetBaseReport() {}

  /** What is asked or told. */
  public record Request(int requestId, ReportBase reportBase) {}

  /** The answer. */
  public record Response(GenericDeviceModelStatus status, Optional<StatusInfo> statusInfo) {}
}
