package energy.ebbflow.ocpp.v16.firmware;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import java.time.Instant;
import java.util.Optional;

/** GetDiagnostics, OCPP 1.6. */
public final class GetDiagnostics {
  public static final Action<Request, Response> ACTION =
      new Action<>("GetDiagnostics", Request.class, Response.class);

  private GetDiagnostics() {}

  /** What is asked or told. */
  public record Request(
      String location,
      Optional<Integer> retries,
      Optional<Integer> retryInterval,
      Optional<Instant> startTime,
      Optional<Instant> stopTime) {}

  /** The answer. */
  public record Response(@Text(max = 255) Optional<String> fileName) {}
}
