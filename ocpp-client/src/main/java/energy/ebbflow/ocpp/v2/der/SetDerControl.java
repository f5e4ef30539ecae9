package energy.ebbflow.ocpp.v2.der;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.needs.DerControl;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.List;
import java.util.Optional;

/** SetDERControl, OCPP 2.1 R04. */
public final class SetDerControl {
  public static final Action<Request, Response> ACTION =
      new Action<>("SetDERControl", Request.class, Response.class);

  private SetDerControl() {}

  /** What is asked; the one field of {@code controlType} is present (R04.FR.16). */
  public record Request(
      boolean isDefault,
      @Text(max = 36) String controlId,
      DerControl controlType,
      Optional<DerCurve> curve,
      Optional<DerSettings.EnterService> enterService,
      Optional<DerSettings.FixedPf> fixedPFAbsorb,
      Optional<DerSettings.FixedPf> fixedPFInject,
      Optional<DerSettings.FixedVar> fixedVar,
      Optional<DerSettings.FreqDroop> freqDroop,
      Optional<DerSettings.Gradient> gradient,
      Optional<DerSettings.LimitMaxDischarge> limitMaxDischarge) {}

  /** The answer. */
  public record Response(
      DerStatus status,
      Optional<StatusInfo> statusInfo,
      @Items(max = 24) @AbsentIfEmpty List<String> supersededIds) {
    public Response {
      supersededIds = List.copyOf(supersededIds);
    }
  }
}
