package energy.ebbflow.ocpp.v2.operation;

import energy.ebbflow.ocpp.json.WireEnum;

/** In or out of service. */
public enum OperationalStatus implements WireEnum {
  INOPERATIVE("Inoperative"),
  OPERATIVE("Operative");
  private final String wire;

  OperationalStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
