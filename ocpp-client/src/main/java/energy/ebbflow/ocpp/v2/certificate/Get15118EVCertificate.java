package energy.ebbflow.ocpp.v2.certificate;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.List;
import java.util.Optional;

/** Get15118EVCertificate, OCPP 2.0.1 and 2.1 M01, M02. */
public final class Get15118EVCertificate {
  public static final Action<Request, Response> ACTION =
      new Action<>("Get15118EVCertificate", Request.class, Response.class);

  private Get15118EVCertificate() {}

  /** What is asked or told. */
  public record Request(
      @Text(max = 50) String iso15118SchemaVersion,
      CertificateAction action,
      @Text(max = 11000, v201 = 5600) String exiRequest,
      @SinceV21 @Range(min = 0) Optional<Integer> maximumContractCertificateChains,
      @SinceV21 @Items(max = 8) @Text(max = 255) @AbsentIfEmpty List<String> prioritizedEMAIDs) {
    public Request {
      prioritizedEMAIDs = List.copyOf(prioritizedEMAIDs);
    }
  }

  /** The answer. */
  public record Response(
      Status status,
      Optional<StatusInfo> statusInfo,
      @Text(max = 17000, v201 = 7500) String exiResponse,
      @SinceV21 @Range(min = 0) Optional<Integer> remainingContracts) {}

  /** OCPP's CertificateActionEnumType. */
  public enum CertificateAction implements WireEnum {
    INSTALL("Install"),
    UPDATE("Update");
    private final String wire;

    CertificateAction(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }

  /** OCPP's Iso15118EVCertificateStatusEnumType. */
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
