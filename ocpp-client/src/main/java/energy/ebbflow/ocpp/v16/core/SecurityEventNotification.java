package energy.ebbflow.ocpp.v16.core;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import java.time.Instant;
import java.util.Optional;

/** SecurityEventNotification, OCPP 1.6: a security event (security whitepaper). */
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
