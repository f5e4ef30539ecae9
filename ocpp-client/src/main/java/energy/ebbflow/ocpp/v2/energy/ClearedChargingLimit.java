package energy.ebbflow.ocpp.v2.energy;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import java.util.Optional;

/** ClearedChargingLimit, OCPP 2.0.1 and 2.1 K13: an external limit is gone. */
public final class ClearedChargingLimit {
  public static final Action<Request, Response> ACTION =
      new Action<>("ClearedChargingLimit", Request.class, Response.class);

  private ClearedChargingLimit() {}

  /** What is asked or told. */
  public record Request(
      @Text(max = 20) String chargingLimitSource, @Range(min = 0) Optional<Integer> evseId) {}

  /** The answer. */
  public record Response() {}
}
