package energy.ebbflow.ocpp.v2.diagnostics;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.authorization.IdToken;
import energy.ebbflow.ocpp.v2.certificate.CertificateHashData;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** CustomerInformation, OCPP 2.0.1 and 2.1 N09, N10. */
public final class CustomerInformation {
  public static final Action<Request, Response> ACTION =
      new Action<>("CustomerInformation", Request.class, Response.class);

  private CustomerInformation() {}

  /** What is asked or told. */
  public record Request(
      Optional<CertificateHashData> customerCertificate,
      Optional<IdToken> idToken,
      @Range(min = 0) int requestId,
      boolean report,
      boolean clear,
      @Text(max = 64) Optional<String> customerIdentifier) {}

  /** The answer. */
  public record Response(Status status, Optional<StatusInfo> statusInfo) {}

  /** OCPP's CustomerInformationStatusEnumType. */
  public enum Status implements WireEnum {
    ACCEPTED("Accepted"),
    REJECTED("Rejected"),
    INVALID("Invalid");
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
