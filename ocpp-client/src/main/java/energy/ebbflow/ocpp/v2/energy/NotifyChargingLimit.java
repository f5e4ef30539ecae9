package energy.ebbflow.ocpp.v2.energy;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.ChargingSchedule;
import java.util.List;
import java.util.Optional;

/** NotifyChargingLimit, OCPP 2.0.1 and 2.1 K11, K12, K27: an external system sets a limit. */
public final class NotifyChargingLimit {
  public static final Action<Request, Response> ACTION =
      new Action<>("NotifyChargingLimit", Request.class, Response.class);

  private NotifyChargingLimit() {}

  /** What is asked or told. */
  public record Request(
      @Items @AbsentIfEmpty List<ChargingSchedule> chargingSchedule,
      @Range(min = 0) Optional<Integer> evseId,
      ChargingLimit chargingLimit) {
    public Request {
      chargingSchedule = List.copyOf(chargingSchedule);
    }
  }

  /** Who limits. */
  public record ChargingLimit(
      @Text(max = 20) String chargingLimitSource,
      @SinceV21 Optional<Boolean> isLocalGeneration,
      Optional<Boolean> isGridCritical) {}

  /** The answer. */
  public record Response() {}
}
