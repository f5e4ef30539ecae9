package energy.ebbflow.ocpp.v2.smartcharging;

import energy.ebbflow.ocpp.json.WireEnum;

/** Whether ReportChargingProfiles will follow. */
public enum GetChargingProfileStatus implements WireEnum {
  ACCEPTED("Accepted"),
  NO_PROFILES("NoProfiles");
  private final String wire;

  GetChargingProfileStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
