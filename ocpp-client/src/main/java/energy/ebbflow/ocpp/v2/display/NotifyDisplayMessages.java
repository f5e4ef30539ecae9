package energy.ebbflow.ocpp.v2.display;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.rpc.Action;
import java.util.List;
import java.util.Optional;

/** NotifyDisplayMessages, OCPP 2.0.1 and 2.1 O03: what is shown. */
public final class NotifyDisplayMessages {
  public static final Action<Request, Response> ACTION =
      new Action<>("NotifyDisplayMessages", Request.class, Response.class);

  private NotifyDisplayMessages() {}

  /** What is asked or told. */
  public record Request(
      @Items @AbsentIfEmpty List<MessageInfo> messageInfo, int requestId, Optional<Boolean> tbc) {
    public Request {
      messageInfo = List.copyOf(messageInfo);
    }
  }

  /** The answer. */
  public record Response() {}
}
