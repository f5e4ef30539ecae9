package energy.ebbflow.ocpp.v16.authorization;

import energy.ebbflow.ocpp.rpc.Action;

/** GetLocalListVersion, OCPP 1.6: which local list is here. */
public final class GetLocalListVersion {
  public static final Action<Request, Response> ACTION =
      new Action<>("GetLocalListVersion", Request.class, Response.class);

  private GetLocalListVersion() {}

  /** What is asked or told. */
  public record Request() {}

  /** The answer. */
  public record Response(int listVersion) {}
}
