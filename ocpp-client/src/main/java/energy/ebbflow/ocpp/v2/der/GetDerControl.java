package energy.ebbflow.ocpp.v2.der;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.needs.DerControl;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** GetDERControl, OCPP 2.1 R04. */
public final class GetDerControl {
  public static final Action<Request, Response> ACTION =
      new Action<>("GetDERControl", Request.class, Response.class);

  private GetDerControl() {}

  /** What is asked; what is absent fits everything. */
  public record Request(
      int requestId,
      Optional<Boolean> isDefault,
      Optional<DerControl> controlType,
      @Text(max = 36) Optional<String> controlId) {}

  /** The answer. */
  public record Response(DerStatus status, Optional<StatusInfo> statusInfo) {}
}
