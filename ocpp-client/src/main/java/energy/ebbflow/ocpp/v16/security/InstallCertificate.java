package energy.ebbflow.ocpp.v16.security;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;

/** InstallCertificate, security whitepaper of OCPP 1.6. */
public final class InstallCertificate {
  public static final Action<Request, Response> ACTION =
      new Action<>("InstallCertificate", Request.class, Response.class);

  private InstallCertificate() {}

  /** What is asked or told. */
  public record Request(CertificateUse certificateType, @Text(max = 5500) String certificate) {}

  /** The answer. */
  public record Response(Status status) {}

  /** OCPP's InstallCertificateStatusEnumType. */
  public enum Status implements WireEnum {
    ACCEPTED("Accepted"),
    FAILED("Failed"),
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
