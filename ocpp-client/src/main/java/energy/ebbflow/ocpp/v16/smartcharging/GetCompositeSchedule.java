package energy.ebbflow.ocpp.v16.smartcharging;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v16.core.Verdict;
import energy.ebbflow.ocpp.v2.type.ChargingRateUnit;
import java.time.Instant;
import java.util.Optional;

/** GetCompositeSchedule, OCPP 1.6: what the profiles add up to. */
public final class GetCompositeSchedule {
  public static final Action<Request, Response> ACTION =
      new Action<>("GetCompositeSchedule", Request.class, Response.class);

  private GetCompositeSchedule() {}

  /** What is asked or told. */
  public record Request(
      @Range(min = 0) int connectorId, int duration, Optional<ChargingRateUnit> chargingRateUnit) {}

  /** The answer. */
  public record Response(
      Verdict status,
      Optional<Integer> connectorId,
      Optional<Instant> scheduleStart,
      Optional<ChargingSchedule> chargingSchedule) {}
}
