package energy.ebbflow.ocpp.v2.smartcharging;

import energy.ebbflow.ocpp.json.WireEnum;

/** Whether a profile matched and was cleared. */
public enum ClearChargingProfileStatus implements WireEnum {
  ACCEPTED("Accepted"),
  UNKNOWN("Unknown");
  private final String wire;

  ClearChargingProfileStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
