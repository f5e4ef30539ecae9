package energy.ebbflow.ocpp.v2.transaction;

import energy.ebbflow.ocpp.json.WireEnum;

/** Whether and why power flows or not. */
public enum ChargingState implements WireEnum {
  EV_CONNECTED("EVConnected"),
  CHARGING("Charging"),
  SUSPENDED_EV("SuspendedEV"),
  SUSPENDED_EVSE("SuspendedEVSE"),
  IDLE("Idle");
  private final String wire;

  ChargingState(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
