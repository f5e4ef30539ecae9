package energy.ebbflow.ocpp.v16.security;

import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.diagnostics.UploadStatus;
import java.util.Optional;

/** LogStatusNotification, security whitepaper of OCPP 1.6. */
public final class LogStatusNotification {
  public static final Action<Request, Response> ACTION =
      new Action<>("LogStatusNotification", Request.class, Response.class);

  private LogStatusNotification() {}

  /** What is asked or told. */
  public record Request(UploadStatus status, Optional<Integer> requestId) {}

  /** The answer. */
  public record Response() {}
}
