package energy.ebbflow.ocpp.v2.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.needs.EnergyTransferMode;
import java.util.List;
import java.util.Optional;

/** Authorize, OCPP 2.0.1 and 2.1 C01-C06. */
public final class Authorize {
  public static final Action<Request, Response> ACTION =
      new Action<>("Authorize", Request.class, Response.class);

  private Authorize() {}

  /** What is asked or told. */
  public record Request(
      IdToken idToken,
      @Text(max = 10000, v201 = 5500) Optional<String> certificate,
      @Items(max = 4) @AbsentIfEmpty List<OcspRequestData> iso15118CertificateHashData) {
    public Request {
      iso15118CertificateHashData = List.copyOf(iso15118CertificateHashData);
    }
  }

  /** The answer. */
  public record Response(
      IdTokenInfo idTokenInfo,
      Optional<AuthorizeCertificateStatus> certificateStatus,
      @SinceV21 @Items @AbsentIfEmpty List<EnergyTransferMode> allowedEnergyTransfer,
      @SinceV21 Optional<JsonNode> tariff) {
    public Response {
      allowedEnergyTransfer = List.copyOf(allowedEnergyTransfer);
    }
  }
}
