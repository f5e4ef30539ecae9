package energy.ebbflow.ocpp.v2.transaction;

import energy.ebbflow.ocpp.json.WireEnum;

/** Whether a remote start or stop will be tried. */
public enum RequestStartStopStatus implements WireEnum {
  ACCEPTED("Accepted"),
  REJECTED("Rejected");
  private final String wire;

  RequestStartStopStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
