package energy.ebbflow.ocpp.v2.operation;

import energy.ebbflow.ocpp.json.WireEnum;

/** Why an event is reported. */
public enum EventNotification implements WireEnum {
  HARD_WIRED_NOTIFICATION("HardWiredNotification"),
  HARD_WIRED_MONITOR("HardWiredMonitor"),
  PRECONFIGURED_MONITOR("PreconfiguredMonitor"),
  CUSTOM_MONITOR("CustomMonitor");
  private final String wire;

  EventNotification(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
