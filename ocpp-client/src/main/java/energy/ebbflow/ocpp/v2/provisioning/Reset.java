package energy.ebbflow.ocpp.v2.provisioning;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** Reset, OCPP 2.0.1 and 2.1 B11, B12. */
public final class Reset {
  public static final Action<Request, Response> ACTION =
      new Action<>("Reset", Request.class, Response.class);

  private Reset() {}

  /** What is asked or told. */
  public record Request(ResetMode type, @Range(min = 0) Optional<Integer> evseId) {}

  /** The answer. */
  public record Response(ResetStatus status, Optional<StatusInfo> statusInfo) {}
}
