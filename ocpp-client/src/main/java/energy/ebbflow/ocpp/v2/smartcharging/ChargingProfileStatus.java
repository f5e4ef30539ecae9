package energy.ebbflow.ocpp.v2.smartcharging;

import energy.ebbflow.ocpp.json.WireEnum;

/** Answer to SetChargingProfile. */
public enum ChargingProfileStatus implements WireEnum {
  ACCEPTED("Accepted"),
  REJECTED("Rejected");
  private final String wire;

  ChargingProfileStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
