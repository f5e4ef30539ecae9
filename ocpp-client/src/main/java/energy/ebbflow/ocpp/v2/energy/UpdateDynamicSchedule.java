package energy.ebbflow.ocpp.v2.energy;

import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.smartcharging.ChargingProfileStatus;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** UpdateDynamicSchedule, OCPP 2.1 K28: the back office pushes new values. */
public final class UpdateDynamicSchedule {
  public static final Action<Request, Response> ACTION =
      new Action<>("UpdateDynamicSchedule", Request.class, Response.class);

  private UpdateDynamicSchedule() {}

  /** What is asked or told. */
  public record Request(int chargingProfileId, ScheduleUpdate scheduleUpdate) {}

  /** The answer. */
  public record Response(ChargingProfileStatus status, Optional<StatusInfo> statusInfo) {}
}
