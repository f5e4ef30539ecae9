package energy.ebbflow.ocpp.v2.operation;

import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.Evse;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** ChangeAvailability, OCPP 2.0.1 and 2.1 G03, G04. */
public final class ChangeAvailability {
  public static final Action<Request, Response> ACTION =
      new Action<>("ChangeAvailability", Request.class, Response.class);

  private ChangeAvailability() {}

  /** What is asked or told. */
  public record Request(Optional<Evse> evse, OperationalStatus operationalStatus) {}

  /** The answer. */
  public record Response(ChangeAvailabilityStatus status, Optional<StatusInfo> statusInfo) {}
}
