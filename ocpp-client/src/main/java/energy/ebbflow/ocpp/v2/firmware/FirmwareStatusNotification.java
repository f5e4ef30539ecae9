package energy.ebbflow.ocpp.v2.firmware;

import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** FirmwareStatusNotification, OCPP 2.0.1 and 2.1 L01, L02. */
public final class FirmwareStatusNotification {
  public static final Action<Request, Response> ACTION =
      new Action<>("FirmwareStatusNotification", Request.class, Response.class);

  private FirmwareStatusNotification() {}

  /** What is asked or told. */
  public record Request(
      FirmwareStatus status,
      Optional<Integer> requestId,
      @SinceV21 Optional<StatusInfo> statusInfo) {}

  /** The answer. */
  public record Response() {}
}
