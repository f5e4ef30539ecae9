package energy.ebbflow.ocpp.v2.smartcharging;

import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.WireEnum;

/** The back office's answer to the needs. */
public enum NotifyEvChargingNeedsStatus implements WireEnum {
  ACCEPTED("Accepted"),
  REJECTED("Rejected"),
  PROCESSING("Processing"),
  @SinceV21
  NO_CHARGING_PROFILE("NoChargingProfile");
  private final String wire;

  NotifyEvChargingNeedsStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
