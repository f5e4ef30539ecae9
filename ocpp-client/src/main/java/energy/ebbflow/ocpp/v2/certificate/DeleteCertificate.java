package energy.ebbflow.ocpp.v2.certificate;

import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** DeleteCertificate, OCPP 2.0.1 and 2.1 M04. */
public final class DeleteCertificate {
  public static final Action<Request, Response> ACTION =
      new Action<>("DeleteCertificate", Request.class, Response.class);

  private DeleteCertificate() {}

  /** What is asked or told. */
  public record Request(CertificateHashData certificateHashData) {}

  /** The answer. */
  public record Response(Status status, Optional<StatusInfo> statusInfo) {}

  /** OCPP's DeleteCertificateStatusEnumType. */
  public enum Status implements WireEnum {
    ACCEPTED("Accepted"),
    FAILED("Failed"),
    NOT_FOUND("NotFound");
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
