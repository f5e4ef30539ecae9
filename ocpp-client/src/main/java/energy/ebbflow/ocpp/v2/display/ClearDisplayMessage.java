package energy.ebbflow.ocpp.v2.display;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** ClearDisplayMessage, OCPP 2.0.1 and 2.1 O05. */
public final class ClearDisplayMessage {
  public static final Action<Request, Response> ACTION =
      new Action<>("ClearDisplayMessage", Request.class, Response.class);

  private ClearDisplayMessage() {}

  /** What is asked or told. */
  public record Request(@Range(min = 0) int id) {}

  /** The answer. */
  public record Response(Status status, Optional<StatusInfo> statusInfo) {}

  /** ClearMessageStatusEnumType. */
  public enum Status implements WireEnum {
    ACCEPTED("Accepted"),
    UNKNOWN("Unknown"),
    @SinceV21
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
