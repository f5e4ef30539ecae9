package energy.ebbflow.ocpp.v16.core;

import energy.ebbflow.ocpp.rpc.Action;
import java.time.Instant;

/** Heartbeat, OCPP 1.6: alive, and what time is it. */
public final class Heartbeat {
  public static final Action<Request, Response> ACTION =
      new Action<>("Heartbeat", Request.class, Response.class);

  private Heartbeat() {}

  /** What is asked or told. */
  public record Request() {}

  /** The answer. */
  public record Response(Instant currentTime) {}
}
