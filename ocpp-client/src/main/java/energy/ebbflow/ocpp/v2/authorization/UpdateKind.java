package energy.ebbflow.ocpp.v2.authorization;

import energy.ebbflow.ocpp.json.WireEnum;

/** Whether a local list replaces the old one or changes it. */
public enum UpdateKind implements WireEnum {
  DIFFERENTIAL("Differential"),
  FULL("Full");
  private final String wire;

  UpdateKind(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
