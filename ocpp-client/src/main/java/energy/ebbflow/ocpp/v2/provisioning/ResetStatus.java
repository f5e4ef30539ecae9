package energy.ebbflow.ocpp.v2.provisioning;

import energy.ebbflow.ocpp.json.WireEnum;

/** Answer to a reset. */
public enum ResetStatus implements WireEnum {
  ACCEPTED("Accepted"),
  REJECTED("Rejected"),
  SCHEDULED("Scheduled");
  private final String wire;

  ResetStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
