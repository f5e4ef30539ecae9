package energy.ebbflow.ocpp.v2.operation;

import energy.ebbflow.ocpp.json.WireEnum;

/** What kind of monitor found the event. */
public enum EventTrigger implements WireEnum {
  ALERTING("Alerting"),
  DELTA("Delta"),
  PERIODIC("Periodic");
  private final String wire;

  EventTrigger(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
