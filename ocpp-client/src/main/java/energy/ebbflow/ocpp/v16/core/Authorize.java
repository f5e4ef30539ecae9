package energy.ebbflow.ocpp.v16.core;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;

/** Authorize, OCPP 1.6: may this tag charge. */
public final class Authorize {
  public static final Action<Request, Response> ACTION =
      new Action<>("Authorize", Request.class, Response.class);

  private Authorize() {}

  /** What is asked or told. */
  public record Request(@Text(max = 20) String idTag) {}

  /** The answer. */
  public record Response(IdTagInfo idTagInfo) {}
}
