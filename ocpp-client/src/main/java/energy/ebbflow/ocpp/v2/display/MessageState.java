package energy.ebbflow.ocpp.v2.display;

import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.WireEnum;

/** In which state a message is shown. */
public enum MessageState implements WireEnum {
  CHARGING("Charging"),
  FAULTED("Faulted"),
  IDLE("Idle"),
  UNAVAILABLE("Unavailable"),
  @SinceV21
  SUSPENDED("Suspended"),
  @SinceV21
  DISCHARGING("Discharging");
  private final String wire;

  MessageState(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
