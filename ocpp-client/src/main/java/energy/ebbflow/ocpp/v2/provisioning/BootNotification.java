package energy.ebbflow.ocpp.v2.provisioning;

import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.time.Instant;
import java.util.Optional;

/** BootNotification, OCPP 2.0.1 and 2.1 B01-B04: the station introduces itself. */
public final class BootNotification {
  public static final Action<Request, Response> ACTION =
      new Action<>("BootNotification", Request.class, Response.class);

  private BootNotification() {}

  /** What is asked or told. */
  public record Request(ChargingStation chargingStation, BootReason reason) {}

  /** The answer. */
  public record Response(
      Instant currentTime,
      int interval,
      RegistrationStatus status,
      Optional<StatusInfo> statusInfo) {}
}
