package energy.ebbflow.ocpp.v2.authorization;

import energy.ebbflow.ocpp.rpc.Action;

/** GetLocalListVersion, OCPP 2.0.1 and 2.1 D02. */
public final class GetLocalListVersion {
  public static final Action<Request, Response> ACTION =
      new Action<>("GetLocalListVersion", Request.class, Response.class);

  private GetLocalListVersion() {}

  /** What is asked or told. */
  public record Request() {}

  /** The answer. */
  public record Response(int versionNumber) {}
}
