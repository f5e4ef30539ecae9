package energy.ebbflow.ocpp.v2.stream;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.rpc.Action;
import java.util.List;

/** GetPeriodicEventStream, OCPP 2.1 N12; from the back office. */
public final class GetPeriodicEventStream {
  public static final Action<Request, Response> ACTION =
      new Action<>("GetPeriodicEventStream", Request.class, Response.class);

  private GetPeriodicEventStream() {}

  /** What is asked. */
  public record Request() {}

  /** The answer: the streams that are open. */
  public record Response(@Items @AbsentIfEmpty List<ConstantStreamData> constantStreamData) {
    public Response {
      constantStreamData = List.copyOf(constantStreamData);
    }
  }
}
