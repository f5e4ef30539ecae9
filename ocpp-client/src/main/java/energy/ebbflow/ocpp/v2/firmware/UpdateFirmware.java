package energy.ebbflow.ocpp.v2.firmware;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.time.Instant;
import java.util.Optional;

/** UpdateFirmware, OCPP 2.0.1 and 2.1 L01, L02. */
public final class UpdateFirmware {
  public static final Action<Request, Response> ACTION =
      new Action<>("UpdateFirmware", Request.class, Response.class);

  private UpdateFirmware() {}

  /** What is asked or told. */
  public record Request(
      @Range(min = 0) Optional<Integer> retries,
      Optional<Integer> retryInterval,
      int requestId,
      Firmware firmware) {}

  /** The answer. */
  public record Response(Status status, Optional<StatusInfo> statusInfo) {}

  /** OCPP's FirmwareType. */
  public record Firmware(
      @Text(max = 2000, v201 = 512) String location,
      Instant retrieveDateTime,
      Optional<Instant> installDateTime,
      @Text(max = 5500) Optional<String> signingCertificate,
      @Text(max = 800) Optional<String> signature) {}

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
