package energy.ebbflow.ocpp.v16.core;

import energy.ebbflow.ocpp.json.WireEnum;

/** In or out of service. */
public enum Availability implements WireEnum {
  INOPERATIVE("Inoperative"),
  OPERATIVE("Operative");
  private final String wire;

  Availability(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
