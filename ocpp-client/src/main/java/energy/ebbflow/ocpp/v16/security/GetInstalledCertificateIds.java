package energy.ebbflow.ocpp.v16.security;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.certificate.CertificateHashData;
import java.util.List;

/** GetInstalledCertificateIds, security whitepaper of OCPP 1.6. */
public final class GetInstalledCertificateIds {
  public static final Action<Request, Response> ACTION =
      new Action<>("GetInstalledCertificateIds", Request.class, Response.class);

  private GetInstalledCertificateIds() {}

  /** What is asked or told. */
  public record Request(CertificateUse certificateType) {}

  /** The answer. */
  public record Response(
      @Items @AbsentIfEmpty List<CertificateHashData> certificateHashData, Status status) {
    public Response {
      certificateHashData = List.copyOf(certificateHashData);
    }
  }

  /** OCPP's GetInstalledCertificateStatusEnumType. */
  public enum Status implements WireEnum {
    ACCEPTED("Accepted"),
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
