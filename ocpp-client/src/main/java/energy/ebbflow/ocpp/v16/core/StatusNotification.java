package energy.ebbflow.ocpp.v16.core;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import java.time.Instant;
import java.util.Optional;

/** StatusNotification, OCPP 1.6: state of a connector, or of the station as connector 0. */
public final class StatusNotification {
  public static final Action<Request, Response> ACTION =
      new Action<>("StatusNotification", Request.class, Response.class);

  private StatusNotification() {}

  /** What is asked or told. */
  public record Request(
      int connectorId,
      String errorCode,
      @Text(max = 50) Optional<String> info,
      Status status,
      Optional<Instant> timestamp,
      @Text(max = 255) Optional<String> vendorId,
      @Text(max = 50) Optional<String> vendorErrorCode) {}

  /** The answer. */
  public record Response() {}

  /** State of a connector. */
  public enum Status implements WireEnum {
    AVAILABLE("Available"),
    PREPARING("Preparing"),
    CHARGING("Charging"),
    SUSPENDED_EVSE("SuspendedEVSE"),
    SUSPENDED_EV("SuspendedEV"),
    FINISHING("Finishing"),
    RESERVED("Reserved"),
    UNAVAILABLE("Unavailable"),
    FAULTED("Faulted");
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
