package energy.ebbflow.ocpp.v2.der;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import java.time.Instant;
import java.util.List;

/** NotifyDERStartStop, OCPP 2.1 R04. */
public final class NotifyDerStartStop {
  public static final Action<Request, Response> ACTION =
      new Action<>("NotifyDERStartStop", Request.class, Response.class);

  private NotifyDerStartStop() {}

  /** What is told. */
  public record Request(
      @Text(max = 36) String controlId,
      boolean started,
      Instant timestamp,
      @Items(max = 24) @AbsentIfEmpty List<String> supersededIds) {
    public Request {
      supersededIds = List.copyOf(supersededIds);
    }
  }

  /** The answer. */
  public record Response() {}
}
