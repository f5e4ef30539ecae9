package energy.ebbflow.ocpp.v2.diagnostics;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import java.time.Instant;
import java.util.Optional;

/** NotifyCustomerInformation, OCPP 2.0.1 and 2.1 N09. */
public final class NotifyCustomerInformation {
  public static final Action<Request, Response> ACTION =
      new Action<>("NotifyCustomerInformation", Request.class, Response.class);

  private NotifyCustomerInformation() {}

  /** What is asked or told. */
  public record Request(
      @Text(max = 512) String data,
      Optional<Boolean> tbc,
      @Range(min = 0) int seqNo,
      Instant generatedAt,
      @Range(min = 0) int requestId) {}

  /** The answer. */
  public record Response() {}
}
