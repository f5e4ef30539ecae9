package energy.ebbflow.ocpp.v16.reservation;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import java.time.Instant;
import java.util.Optional;

/** ReserveNow, OCPP 1.6. */
public final class ReserveNow {
  public static final Action<Request, Response> ACTION =
      new Action<>("ReserveNow", Request.class, Response.class);

  private ReserveNow() {}

  /** What is asked or told. */
  public record Request(
      int connectorId,
      Instant expiryDate,
      @Text(max = 20) String idTag,
      @Text(max = 20) Optional<String> parentIdTag,
      int reservationId) {}

  /** The answer. */
  public record Response(Status status) {}

  /** One of the values of status. */
  public enum Status implements WireEnum {
    ACCEPTED("Accepted"),
    FAULTED("Faulted"),
    OCCUPIED("Occupied"),
    REJECTED("Rejected"),
    UNAVAILABLE("Unavailable");
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
