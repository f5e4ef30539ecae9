package energy.ebbflow.ocpp.v2.reservation;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** CancelReservation, OCPP 2.0.1 and 2.1 H02. */
public final class CancelReservation {
  public static final Action<Request, Response> ACTION =
      new Action<>("CancelReservation", Request.class, Response.class);

  private CancelReservation() {}

  /** What is asked or told. */
  public record Request(@Range(min = 0) int reservationId) {}

  /** The answer. */
  public record Response(Status status, Optional<StatusInfo> statusInfo) {}

  /** OCPP's CancelReservationStatusEnumType. */
  public enum Status implements WireEnum {
    ACCEPTED("Accepted"),
    REJECTED("Rejected");
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
