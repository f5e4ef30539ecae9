package energy.ebbflow.ocpp.v16.security;

import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.firmware.FirmwareStatus;
import java.util.Optional;

/** SignedFirmwareStatusNotification, security whitepaper of OCPP 1.6. */
public final class SignedFirmwareStatusNotification {
  public static final Action<Request, Response> ACTION =
      new Action<>("SignedFirmwareStatusNotification", Request.class, Response.class);

  private SignedFirmwareStatusNotification() {}

  /** What is asked or told. */
  public record Request(FirmwareStatus status, Optional<Integer> requestId) {}

  /** The answer. */
  public record Response() {}
}
