package energy.ebbflow.ocpp.v2.certificate;

import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.smartcharging.GenericStatus;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** SignCertificate, OCPP 2.0.1 and 2.1 A02, A03. */
public final class SignCertificate {
  public static final Action<Request, Response> ACTION =
      new Action<>("SignCertificate", Request.class, Response.class);

  private SignCertificate() {}

  /** What is asked or told. */
  public record Request(
      @Text(max = 5500) String csr,
      Optional<SigningUse> certificateType,
      @SinceV21 Optional<CertificateHashData> hashRootCertificate,
      @SinceV21 Optional<Integer> requestId) {}

  /** The answer. */
  public record Response(GenericStatus status, Optional<StatusInfo> statusInfo) {}
}
