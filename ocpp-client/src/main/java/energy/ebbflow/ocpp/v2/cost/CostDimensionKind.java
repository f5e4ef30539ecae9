package energy.ebbflow.ocpp.v2.cost;

import energy.ebbflow.ocpp.json.WireEnum;

/** What is counted in a charging period; the spelling of the idle time is the schema's. */
public enum CostDimensionKind implements WireEnum {
  ENERGY("Energy"),
  MAX_CURRENT("MaxCurrent"),
  MIN_CURRENT("MinCurrent"),
  MAX_POWER("MaxPower"),
  MIN_POWER("MinPower"),
  IDLE_TIME("IdleTIme"),
  CHARGING_TIME("ChargingTime");
  private final String wire;

  CostDimensionKind(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
