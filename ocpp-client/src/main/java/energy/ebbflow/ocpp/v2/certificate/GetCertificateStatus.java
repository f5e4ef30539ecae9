package energy.ebbflow.ocpp.v2.certificate;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.authorization.OcspRequestData;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** GetCertificateStatus, OCPP 2.0.1 and 2.1 M06. */
public final class GetCertificateStatus {
  public static final Action<Request, Response> ACTION =
      new Action<>("GetCertificateStatus", Request.class, Response.class);

  private GetCertificateStatus() {}

  /** What is asked or told. */
  public record Request(OcspRequestData ocspRequestData) {}

  /** The answer. */
  public record Response(
      Status status,
      Optional<StatusInfo> statusInfo,
      @Text(max = 18000, v201 = 5500) Optional<String> ocspResult) {}

  /** OCPP's GetCertificateStatusEnumType. */
  public enum Status implements WireEnum {
    ACCEPTED("Accepted"),
    FAILED("Failed");
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
