package energy.ebbflow.ocpp.v2.der;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.needs.DerControl;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** ClearDERControl, OCPP 2.1 R04. */
public final class ClearDerControl {
  public static final Action<Request, Response> ACTION =
      new Action<>("ClearDERControl", Request.class, Response.class);

  private ClearDerControl() {}

  /** What is asked; what is absent fits everything. */
  public record Request(
      boolean isDefault,
      Optional<DerControl> controlType,
      @Text(max = 36) Optional<String> controlId) {}

  /** The answer. */
  public record Response(DerStatus status, Optional<StatusInfo> statusInfo) {}
}
