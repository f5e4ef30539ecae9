package energy.ebbflow.ocpp.v2.energy;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** UsePriorityCharging, OCPP 2.1 K21. */
public final class UsePriorityCharging {
  public static final Action<Request, Response> ACTION =
      new Action<>("UsePriorityCharging", Request.class, Response.class);

  private UsePriorityCharging() {}

  /** What is asked or told. */
  public record Request(@Text(max = 36) String transactionId, boolean activate) {}

  /** The answer. */
  public record Response(Status status, Optional<StatusInfo> statusInfo) {}

  /** What became of it. */
  public enum Status implements WireEnum {
    ACCEPTED("Accepted"),
    REJECTED("Rejected"),
    NO_PROFILE("NoProfile");
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
