package energy.ebbflow.ocpp.v2.reservation;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.authorization.IdToken;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.time.Instant;
import java.util.Optional;

/** ReserveNow, OCPP 2.0.1 and 2.1 H01. */
public final class ReserveNow {
  public static final Action<Request, Response> ACTION =
      new Action<>("ReserveNow", Request.class, Response.class);

  private ReserveNow() {}

  /** What is asked or told. */
  public record Request(
      @Range(min = 0) int id,
      Instant expiryDateTime,
      @Text(max = 20) Optional<String> connectorType,
      IdToken idToken,
      @Range(min = 0) Optional<Integer> evseId,
      Optional<IdToken> groupIdToken) {}

  /** The answer. */
  public record Response(Status status, Optional<StatusInfo> statusInfo) {}

  /** OCPP's ReserveNowStatusEnumType. */
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
