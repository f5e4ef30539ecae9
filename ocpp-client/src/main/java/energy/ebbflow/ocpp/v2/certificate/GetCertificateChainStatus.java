package energy.ebbflow.ocpp.v2.certificate;

import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import java.time.Instant;
import java.util.List;

/** GetCertificateChainStatus, OCPP 2.1 M07. */
public final class GetCertificateChainStatus {
  public static final Action<Request, Response> ACTION =
      new Action<>("GetCertificateChainStatus", Request.class, Response.class);

  private GetCertificateChainStatus() {}

  /** What is asked or told. */
  public record Request(@Items(max = 4) List<StatusRequest> certificateStatusRequests) {
    public Request {
      certificateStatusRequests = List.copyOf(certificateStatusRequests);
    }
  }

  /** The answer. */
  public record Response(@Items(max = 4) List<CertificateStatus> certificateStatus) {
    public Response {
      certificateStatus = List.copyOf(certificateStatus);
    }
  }

  /** OCPP's CertificateStatusRequestInfoType. */
  public record StatusRequest(
      CertificateHashData certificateHashData,
      Source source,
      @Items(max = 5) @Text(max = 2000) List<String> urls) {
    public StatusRequest {
      urls = List.copyOf(urls);
    }
  }

  /** OCPP's CertificateStatusSourceEnumType. */
  public enum Source implements WireEnum {
    CRL("CRL"),
    OCSP("OCSP");
    private final String wire;

    Source(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }

  /** OCPP's CertificateStatusType. */
  public record CertificateStatus(
      CertificateHashData certificateHashData, Source source, Status status, Instant nextUpdate) {}

  /** OCPP's CertificateStatusEnumType. */
  public enum Status implements WireEnum {
    GOOD("Good"),
    REVOKED("Revoked"),
    UNKNOWN("Unknown"),
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
