package energy.ebbflow.ocpp.v2.devicemodel;

import energy.ebbflow.ocpp.json.WireEnum;

/** Which components GetReport asks for. */
public enum ComponentCriterion implements WireEnum {
  ACTIVE("Active"),
  AVAILABLE("Available"),
  ENABLED("Enabled"),
  PROBLEM("Problem");
  private final String wire;

  ComponentCriterion(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
