package energy.ebbflow.ocpp.v2.provisioning;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import java.time.Instant;
import java.util.Optional;

/** SecurityEventNotification, OCPP 2.0.1 and 2.1 A04. */
public final class SecurityEventNotification {
  public static final Action<Request, Response> ACTION =
      new Action<>("SecurityEventNotification", Request.class, Response.class);

  private SecurityEventNotification() {}

  /** What is asked or told. */
  public record Request(
      @Text(max = 50) String type, Instant timestamp, @Text(max = 255) Optional<String> techInfo) {}

  /** The answer. */
  public record Response() {}
}
