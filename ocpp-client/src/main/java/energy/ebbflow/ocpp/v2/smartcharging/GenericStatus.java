package energy.ebbflow.ocpp.v2.smartcharging;

import energy.ebbflow.ocpp.json.WireEnum;

/** Accepted or rejected. */
public enum GenericStatus implements WireEnum {
  ACCEPTED("Accepted"),
  REJECTED("Rejected");
  private final String wire;

  GenericStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
