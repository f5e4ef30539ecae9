package energy.ebbflow.ocpp.v2.display;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.List;
import java.util.Optional;

/** GetDisplayMessages, OCPP 2.0.1 and 2.1 O03, O04. */
public final class GetDisplayMessages {
  public static final Action<Request, Response> ACTION =
      new Action<>("GetDisplayMessages", Request.class, Response.class);

  private GetDisplayMessages() {}

  /** What is asked or told. */
  public record Request(
      @Items @Range(min = 0) @AbsentIfEmpty List<Integer> id,
      int requestId,
      Optional<MessagePriority> priority,
      Optional<MessageState> state) {
    public Request {
      id = List.copyOf(id);
    }
  }

  /** The answer. */
  public record Response(Status status, Optional<StatusInfo> statusInfo) {}

  /** GetDisplayMessagesStatusEnumType. */
  public enum Status implements WireEnum {
    ACCEPTED("Accepted"),
    UNKNOWN("Unknown");
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
