package energy.ebbflow.ocpp.v2.type;

import energy.ebbflow.ocpp.json.WireEnum;

/** Period of a recurring profile. */
public enum RecurrencyKind implements WireEnum {
  DAILY("Daily"),
  WEEKLY("Weekly");
  private final String wire;

  RecurrencyKind(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
