package energy.ebbflow.ocpp.v2.needs;

import energy.ebbflow.ocpp.json.WireEnum;

/** Who decides the power over time, the schedule or the station. */
public enum ControlMode implements WireEnum {
  SCHEDULED_CONTROL("ScheduledControl"),
  DYNAMIC_CONTROL("DynamicControl");
  private final String wire;

  ControlMode(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
