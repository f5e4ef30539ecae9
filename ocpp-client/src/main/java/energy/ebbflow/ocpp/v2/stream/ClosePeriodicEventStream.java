package energy.ebbflow.ocpp.v2.stream;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.rpc.Action;

/** ClosePeriodicEventStream, OCPP 2.1 N13; from the station. */
public final class ClosePeriodicEventStream {
  public static final Action<Request, Response> ACTION =
      new Action<>("ClosePeriodicEventStream", Request.class, Response.class);

  private ClosePeriodicEventStream() {}

  /** What is told. */
  public record Request(@Range(min = 0) int id) {}

  /** The answer. */
  public record Response() {}
}
