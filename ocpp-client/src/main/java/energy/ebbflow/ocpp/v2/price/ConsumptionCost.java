package energy.ebbflow.ocpp.v2.price;

import energy.ebbflow.ocpp.json.Items;
import java.util.List;

/** Costs from a power on. */
public record ConsumptionCost(double startValue, @Items(max = 3) List<Cost> cost) {
  public ConsumptionCost {
    cost = List.copyOf(cost);
  }
}
