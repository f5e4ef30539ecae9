package energy.ebbflow.ocpp.v16.core;

import energy.ebbflow.ocpp.rpc.Action;

/** ClearCache, OCPP 1.6: forget cached tags. */
public final class ClearCache {
  public static final Action<Request, Response> ACTION =
      new Action<>("ClearCache", Request.class, Response.class);

  private ClearCache() {}

  /** What is asked or told. */
  public record Request() {}

  /** The answer. */
  public record Response(Verdict status) {}
}
