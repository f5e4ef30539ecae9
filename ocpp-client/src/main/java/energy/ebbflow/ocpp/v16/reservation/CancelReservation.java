package energy.ebbflow.ocpp.v16.reservation;

import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v16.core.Verdict;

/** CancelReservation, OCPP 1.6. */
public final class CancelReservation {
  public static final Action<Request, Response> ACTION =
      new Action<>("CancelReservation", Request.class, Response.class);

  private CancelReservation() {}

  /** What is asked or told. */
  public record Request(int reservationId) {}

  /** The answer. */
  public record Response(Verdict status) {}
}
