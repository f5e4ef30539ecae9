package energy.ebbflow.ocpp.v2.devicemodel;

import energy.ebbflow.ocpp.json.WireEnum;

/** Actual, target or limit of a variable. */
public enum AttributeName implements WireEnum {
  ACTUAL("Actual"),
  TARGET("Target"),
  MIN_SET("MinSet"),
  MAX_SET("MaxSet");
  private final String wire;

  AttributeName(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
