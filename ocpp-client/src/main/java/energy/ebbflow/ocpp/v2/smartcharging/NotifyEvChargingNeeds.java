package energy.ebbflow.ocpp.v2.smartcharging;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.needs.ChargingNeeds;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.time.Instant;
import java.util.Optional;

/** NotifyEVChargingNeeds, OCPP 2.0.1 and 2.1 K15-K17, Q01: what the vehicle needs. */
public final class NotifyEvChargingNeeds {
  public static final Action<Request, Response> ACTION =
      new Action<>("NotifyEVChargingNeeds", Request.class, Response.class);

  private NotifyEvChargingNeeds() {}

  /** What is asked or told. */
  public record Request(
      @Range(min = 1) int evseId,
      @Range(min = 0) Optional<Integer> maxScheduleTuples,
      ChargingNeeds chargingNeeds,
      @SinceV21 Optional<Instant> timestamp) {}

  /** The answer. */
  public record Response(NotifyEvChargingNeedsStatus status, Optional<StatusInfo> statusInfo) {}
}
