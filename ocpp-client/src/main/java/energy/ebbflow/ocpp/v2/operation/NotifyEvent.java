package energy.ebbflow.ocpp.v2.operation;

import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.rpc.Action;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** NotifyEvent, OCPP 2.0.1 and 2.1 G05, N07: events and faults by the device model. */
public final class NotifyEvent {
  public static final Action<Request, Response> ACTION =
      new Action<>("NotifyEvent", Request.class, Response.class);

  private NotifyEvent() {}

  /** What is asked or told. */
  public record Request(
      Instant generatedAt,
      Optional<Boolean> tbc,
      @Range(min = 0) int seqNo,
      @Items List<EventData> eventData) {
    public Request {
      eventData = List.copyOf(eventData);
    }
  }

  /** The answer. */
  public record Response() {}
}
