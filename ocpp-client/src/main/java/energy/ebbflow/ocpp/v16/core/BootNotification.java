package energy.ebbflow.ocpp.v16.core;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import java.time.Instant;
import java.util.Optional;

/** BootNotification, OCPP 1.6: the station introduces itself. */
public final class BootNotification {
  public static final Action<Request, Response> ACTION =
      new Action<>("BootNotification", Request.class, Response.class);

  private BootNotification() {}

  /** What is asked or told. */
  public record Request(
      @Text(max = 20) String chargePointVendor,
      @Text(max = 20) String chargePointModel,
      @Text(max = 25) Optional<String> chargePointSerialNumber,
      @Text(max = 50) Optional<String> firmwareVersion) {}

  /** The answer. */
  public record Response(Registration status, Instant currentTime, int interval) {}

  /** Whether the back office knows the station. */
  public enum Registration implements WireEnum {
    ACCEPTED("Accepted"),
    PENDING("Pending"),
    REJECTED("Rejected");
    private final String wire;

    Registration(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }
}
