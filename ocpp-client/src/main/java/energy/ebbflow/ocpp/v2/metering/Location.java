package energy.ebbflow.ocpp.v2.metering;

import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.WireEnum;

/** Where a value was measured. */
public enum Location implements WireEnum {
  BODY("Body"),
  CABLE("Cable"),
  EV("EV"),
  INLET("Inlet"),
  OUTLET("Outlet"),
  @SinceV21
  UPSTREAM("Upstream");
  private final String wire;

  Location(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
