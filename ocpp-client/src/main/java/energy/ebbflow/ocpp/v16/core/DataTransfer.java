package energy.ebbflow.ocpp.v16.core;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import java.util.Optional;

/** DataTransfer, OCPP 1.6: vendor extensions. */
public final class DataTransfer {
  public static final Action<Request, Response> ACTION =
      new Action<>("DataTransfer", Request.class, Response.class);

  private DataTransfer() {}

  /** What is asked or told. */
  public record Request(
      @Text(max = 255) String vendorId,
      @Text(max = 50) Optional<String> messageId,
      Optional<String> data) {}

  /** The answer. */
  public record Response(Verdict status, Optional<String> data) {}
}
