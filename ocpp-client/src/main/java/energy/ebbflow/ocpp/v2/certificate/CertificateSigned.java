package energy.ebbflow.ocpp.v2.certificate;

import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** CertificateSigned, OCPP 2.0.1 and 2.1 A02, A03. */
public final class CertificateSigned {
  public static final Action<Request, Response> ACTION =
      new Action<>("CertificateSigned", Request.class, Response.class);

  private CertificateSigned() {}

  /** What is asked or told. */
  public record Request(
      @Text(max = 10000) String certificateChain,
      Optional<SigningUse> certificateType,
      @SinceV21 Optional<Integer> requestId) {}

  /** The answer. */
  public record Response(Status status, Optional<StatusInfo> statusInfo) {}

  /** OCPP's CertificateSignedStatusEnumType. */
  public enum Status implements WireEnum {
    ACCEPTED("Accepted"),
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
