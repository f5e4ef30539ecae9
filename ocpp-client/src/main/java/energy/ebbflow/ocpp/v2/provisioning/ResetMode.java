package energy.ebbflow.ocpp.v2.provisioning;

import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.WireEnum;

/** At once, when idle, or kept going. */
public enum ResetMode implements WireEnum {
  IMMEDIATE("Immediate"),
  ON_IDLE("OnIdle"),
  @SinceV21
  IMMEDIATE_AND_RESUME("ImmediateAndResume");
  private final String wire;

  ResetMode(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
