package energy.ebbflow.ocpp.v2.type;

import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.WireEnum;

/** What the time of a schedule counts from. */
public enum ChargingProfileKind implements WireEnum {
  ABSOLUTE("Absolute"),
  RECURRING("Recurring"),
  RELATIVE("Relative"),
  @SinceV21
  DYNAMIC("Dynamic");
  private final String wire;

  ChargingProfileKind(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
