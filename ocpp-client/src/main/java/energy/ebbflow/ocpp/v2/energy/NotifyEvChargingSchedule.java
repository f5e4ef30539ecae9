package energy.ebbflow.ocpp.v2.energy;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.smartcharging.GenericStatus;
import energy.ebbflow.ocpp.v2.type.ChargingSchedule;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.time.Instant;
import java.util.Optional;

/** NotifyEVChargingSchedule, OCPP 2.0.1 and 2.1 K15-K19: what the vehicle plans. */
public final class NotifyEvChargingSchedule {
  public static final Action<Request, Response> ACTION =
      new Action<>("NotifyEVChargingSchedule", Request.class, Response.class);

  private NotifyEvChargingSchedule() {}

  /** What is asked or told. */
  public record Request(
      Instant timeBase,
      ChargingSchedule chargingSchedule,
      @Range(min = 1) int evseId,
      @SinceV21 @Range(min = 0) Optional<Integer> selectedChargingScheduleId,
      @SinceV21 Optional<Boolean> powerToleranceAcceptance) {}

  /** The answer. */
  public record Response(GenericStatus status, Optional<StatusInfo> statusInfo) {}
}
