package energy.ebbflow.ocpp.v2.operation;

import energy.ebbflow.ocpp.json.WireEnum;

/** Whether availability changes now, later or not. */
public enum ChangeAvailabilityStatus implements WireEnum {
  ACCEPTED("Accepted"),
  REJECTED("Rejected"),
  SCHEDULED("Scheduled");
  private final String wire;

  ChangeAvailabilityStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
