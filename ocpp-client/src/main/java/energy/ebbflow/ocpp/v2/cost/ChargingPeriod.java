package energy.ebbflow.ocpp.v2.cost;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A span in which the same prices held; it lasts until the next begins. */
public record ChargingPeriod(
    @Items @AbsentIfEmpty List<Dimension> dimensions,
    @Text(max = 60) Optional<String> tariffId,
    Instant startPeriod) {
  public ChargingPeriod {
    dimensions = List.copyOf(dimensions);
  }

  /**
   * What was counted.
   *
   * @param volume in Wh, W, A or s
   */
  public record Dimension(CostDimensionKind type, BigDecimal volume) {}
}
