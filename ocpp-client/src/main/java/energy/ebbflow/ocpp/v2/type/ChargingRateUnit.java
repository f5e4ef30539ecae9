package energy.ebbflow.ocpp.v2.type;

import energy.ebbflow.ocpp.json.WireEnum;

/** Unit of every limit and set-point of a schedule: watts in total or amperes per phase. */
public enum ChargingRateUnit implements WireEnum {
  W("W"),
  A("A");
  private final String wire;

  ChargingRateUnit(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
