package energy.ebbflow.ocpp.v2.certificate;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.List;
import java.util.Optional;

/** GetInstalledCertificateIds, OCPP 2.0.1 and 2.1 M03. */
public final class GetInstalledCertificateIds {
  public static final Action<Request, Response> ACTION =
      new Action<>("GetInstalledCertificateIds", Request.class, Response.class);

  private GetInstalledCertificateIds() {}

  /** What is asked or told. */
  public record Request(@Items @AbsentIfEmpty List<CertificateUse> certificateType) {
    public Request {
      certificateType = List.copyOf(certificateType);
    }
  }

  /** The answer. */
  public record Response(
      Status status,
      Optional<StatusInfo> statusInfo,
      @Items @AbsentIfEmpty List<HashDataChain> certificateHashDataChain) {
    public Response {
      certificateHashDataChain = List.copyOf(certificateHashDataChain);
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

  /** OCPP's CertificateHashDataChainType. */
  public record HashDataChain(
      CertificateHashData certificateHashData,
      CertificateUse certificateType,
      @Items(max = 4) @AbsentIfEmpty List<CertificateHashData> childCertificateHashData) {
    public HashDataChain {
      childCertificateHashData = List.copyOf(childCertificateHashData);
    }
  }
}
