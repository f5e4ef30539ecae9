package energy.ebbflow.ocpp.v16.security;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import java.time.Instant;
import java.util.Optional;

/** SignedUpdateFirmware, security whitepaper of OCPP 1.6. */
public final class SignedUpdateFirmware {
  public static final Action<Request, Response> ACTION =
      new Action<>("SignedUpdateFirmware", Request.class, Response.class);

  private SignedUpdateFirmware() {}

  /** What is asked or told. */
  public record Request(
      Optional<Integer> retries,
      Optional<Integer> retryInterval,
      int requestId,
      Firmware firmware) {}

  /** The answer. */
  public record Response(Status status) {}

  /** OCPP's FirmwareType. */
  public record Firmware(
      @Text(max = 512) String location,
      Instant retrieveDateTime,
      Optional<Instant> installDateTime,
      @Text(max = 5500) String signingCertificate,
      @Text(max = 800) String signature) {}

  /** OCPP's UpdateFirmwareStatusEnumType. */
  public enum Status implements WireEnum {
    ACCEPTED("Accepted"),
    REJECTED("Rejected"),
    ACCEPTED_CANCELED("AcceptedCanceled"),
    INVALID_CERTIFICATE("InvalidCertificate"),
    REVOKED_CERTIFICATE("RevokedCertificate");
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
