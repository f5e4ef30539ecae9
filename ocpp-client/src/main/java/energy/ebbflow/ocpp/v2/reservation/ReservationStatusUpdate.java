package energy.ebbflow.ocpp.v2.reservation;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;

/** ReservationStatusUpdate, OCPP 2.0.1 and 2.1 H04. */
public final class ReservationStatusUpdate {
  public static final Action<Request, Response> ACTION =
      new Action<>("ReservationStatusUpdate", Request.class, Response.class);

  private ReservationStatusUpdate() {}

  /** What is asked or told. */
  public record Request(@Range(min = 0) int reservationId, UpdateStatus reservationUpdateStatus) {}

  /** The answer. */
  public record Response() {}

  /** OCPP's ReservationUpdateStatusEnumType. */
  public enum UpdateStatus implements WireEnum {
    EXPIRED("Expired"),
    REMOVED("Removed"),
    @SinceV21
    NO_TRANSACTION("NoTransaction");
    private final String wire;

    UpdateStatus(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }
}
