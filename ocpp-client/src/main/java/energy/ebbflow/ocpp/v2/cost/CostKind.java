package energy.ebbflow.ocpp.v2.cost;

import energy.ebbflow.ocpp.json.WireEnum;

/** Whether the cost is what was reckoned, or the least or the most that the tariff says. */
public enum CostKind implements WireEnum {
  NORMAL_COST("NormalCost"),
  MIN_COST("MinCost"),
  MAX_COST("MaxCost");
  private final String wire;

  CostKind(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
