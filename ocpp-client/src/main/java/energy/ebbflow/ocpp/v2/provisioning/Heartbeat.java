package energy.ebbflow.ocpp.v2.provisioning;

import energy.ebbflow.ocpp.rpc.Action;
import java.time.Instant;

/** Heartbeat, OCPP 2.0.1 and 2.1 G02: alive, and what time is it. */
public final class Heartbeat {
  public static final Action<Request, Response> ACTION =
      new Action<>("Heartbeat", Request.class, Response.class);

  private Heartbeat() {}

  /** What is asked or told. */
  public record Request() {}

  /** The answer. */
  public record Response(Instant currentTime) {}
}
