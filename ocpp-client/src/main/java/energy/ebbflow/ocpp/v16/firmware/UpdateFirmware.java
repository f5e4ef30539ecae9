package energy.ebbflow.ocpp.v16.firmware;

import energy.ebbflow.ocpp.rpc.Action;
import java.time.Instant;
import java.util.Optional;

/** UpdateFirmware, OCPP 1.6: without a signature. */
public final class UpdateFirmware {
  public static final Action<Request, Response> ACTION =
      new Action<>("UpdateFirmware", Request.class, Response.class);

  private UpdateFirmware() {}

  /** What is asked or told. */
  public record Request(
      String location,
      Optional<Integer> retries,
      Instant retrieveDate,
      Optional<Integer> retryInterval) {}

  /** The answer. */
  public record Response() {}
}
