package energy.ebbflow.ocpp.v2.operation;

import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.Evse;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** TriggerMessage, OCPP 2.0.1 and 2.1 F06. */
public final class TriggerMessage {
  public static final Action<Request, Response> ACTION =
      new Action<>("TriggerMessage", Request.class, Response.class);

  private TriggerMessage() {}

  /** What is asked or told. */
  public record Request(
      Optional<Evse> evse,
      MessageTrigger requestedMessage,
      @SinceV21 @Text(max = 50) Optional<String> customTrigger) {}

  /** The answer. */
  public record Response(TriggerMessageStatus status, Optional<StatusInfo> statusInfo) {}
}
