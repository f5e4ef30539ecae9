package energy.ebbflow.ocpp.v16.core;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;

/** ChangeConfiguration, OCPP 1.6: set a key. */
public final class ChangeConfiguration {
  public static final Action<Request, Response> ACTION =
      new Action<>("ChangeConfiguration", Request.class, Response.class);

  private ChangeConfiguration() {}

  /** What is asked or told. */
  public record Request(@Text(max = 50) String key, @Text(max = 500) String value) {}

  /** The answer. */
  public record Response(Verdict status) {}
}
