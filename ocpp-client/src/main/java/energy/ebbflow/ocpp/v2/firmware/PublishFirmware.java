package energy.ebbflow.ocpp.v2.firmware;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.smartcharging.GenericStatus;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** PublishFirmware, OCPP 2.0.1 and 2.1 L03: for local controllers. */
public final class PublishFirmware {
  public static final Action<Request, Response> ACTION =
      new Action<>("PublishFirmware", Request.class, Response.class);

  private PublishFirmware() {}

  /** What is asked or told. */
  public record Request(
      @Text(max = 2000, v201 = 512) String location,
      @Range(min = 0) Optional<Integer> retries,
      @Text(max = 32) String checksum,
      @Range(min = 0) int requestId,
      @Range(min = 0) Optional<Integer> retryInterval) {}

  /** The answer. */
  public record Response(GenericStatus status, Optional<StatusInfo> statusInfo) {}
}
