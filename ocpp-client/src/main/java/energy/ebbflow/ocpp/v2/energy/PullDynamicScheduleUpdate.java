package energy.ebbflow.ocpp.v2.energy;

import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.smartcharging.ChargingProfileStatus;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** PullDynamicScheduleUpdate, OCPP 2.1 K28: the station asks for new values. */
public final class PullDynamicScheduleUpdate {
  public static final Action<Request, Response> ACTION =
      new Action<>("PullDynamicScheduleUpdate", Request.class, Response.class);

  private PullDynamicScheduleUpdate() {}

  /** What is asked or told. */
  public record Request(int chargingProfileId) {}

  /** The answer. */
  public record Response(
      Optional<ScheduleUpdate> scheduleUpdate,
      ChargingProfileStatus status,
      Optional<StatusInfo> statusInfo) {}
}
