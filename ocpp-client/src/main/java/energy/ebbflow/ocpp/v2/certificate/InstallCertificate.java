package energy.ebbflow.ocpp.v2.certificate;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** InstallCertificate, OCPP 2.0.1 and 2.1 M05. */
public final class InstallCertificate {
  public static final Action<Request, Response> ACTION =
      new Action<>("InstallCertificate", Request.class, Response.class);

  private InstallCertificate() {}

  /** What is asked or told. */
  public record Request(
      CertificateUse certificateType, @Text(max = 10000, v201 = 5500) String certificate) {}

  /** The answer. */
  public record Response(Status status, Optional<StatusInfo> statusInfo) {}

  /** OCPP's InstallCertificateStatusEnumType. */
  public enum Status implements WireEnum {
    ACCEPTED("Accepted"),
    REJECTED("Rejected"),
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
