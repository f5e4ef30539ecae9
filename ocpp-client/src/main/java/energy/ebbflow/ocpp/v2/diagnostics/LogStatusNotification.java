package energy.ebbflow.ocpp.v2.diagnostics;

import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** LogStatusNotification, OCPP 2.0.1 and 2.1 N01. */
public final class LogStatusNotification {
  public static final Action<Request, Response> ACTION =
      new Action<>("LogStatusNotification", Request.class, Response.class);

  private LogStatusNotification() {}

  /** What is asked or told. */
  public record Request(
      UploadStatus status,
      Optional<Integer> requestId,
      @SinceV21 Optional<StatusInfo> statusInfo) {}

  /** The answer. */
  public record Response() {}
}
