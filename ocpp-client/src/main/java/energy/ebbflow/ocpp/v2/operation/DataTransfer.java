package energy.ebbflow.ocpp.v2.operation;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** DataTransfer, OCPP 2.0.1 and 2.1 P01, P02: vendor extensions. */
public final class DataTransfer {
  public static final Action<Request, Response> ACTION =
      new Action<>("DataTransfer", Request.class, Response.class);

  private DataTransfer() {}

  /** What is asked or told. */
  public record Request(
      @Text(max = 50) Optional<String> messageId,
      Optional<JsonNode> data,
      @Text(max = 255) String vendorId) {}

  /** The answer. */
  public record Response(
      DataTransferStatus status, Optional<StatusInfo> statusInfo, Optional<JsonNode> data) {}
}
