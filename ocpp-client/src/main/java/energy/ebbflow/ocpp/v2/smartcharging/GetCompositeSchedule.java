package energy.ebbflow.ocpp.v2.smartcharging;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.ChargingRateUnit;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** GetCompositeSchedule, OCPP 2.0.1 and 2.1 K08. */
public final class GetCompositeSchedule {
  public static final Action<Request, Response> ACTION =
      new Action<>("GetCompositeSchedule", Request.class, Response.class);

  private GetCompositeSchedule() {}

  /** What is asked or told. */
  public record Request(
      int duration, Optional<ChargingRateUnit> chargingRateUnit, @Range(min = 0) int evseId) {}

  /** The answer. */
  public record Response(
      GenericStatus status,
      Optional<StatusInfo> statusInfo,
      Optional<CompositeSchedule> schedule) {}
}
