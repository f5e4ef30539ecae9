package energy.ebbflow.ocpp.v2.display;

import energy.ebbflow.ocpp.json.WireEnum;

/** How much a message presses forward. */
public enum MessagePriority implements WireEnum {
  ALWAYS_FRONT("AlwaysFront"),
  IN_FRONT("InFront"),
  NORMAL_CYCLE("NormalCycle");
  private final String wire;

  MessagePriority(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
