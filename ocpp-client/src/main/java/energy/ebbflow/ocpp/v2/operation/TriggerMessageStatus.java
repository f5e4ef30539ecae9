package energy.ebbflow.ocpp.v2.operation;

import energy.ebbflow.ocpp.json.WireEnum;

/** Answer to TriggerMessage. */
public enum TriggerMessageStatus implements WireEnum {
  ACCEPTED("Accepted"),
  REJECTED("Rejected"),
  NOT_IMPLEMENTED("NotImplemented");
  private final String wire;

  TriggerMessageStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
