package energy.ebbflow.ocpp.v2.provisioning;

import energy.ebbflow.ocpp.json.WireEnum;

/** Whether the back office knows the station. */
public enum RegistrationStatus implements WireEnum {
  ACCEPTED("Accepted"),
  PENDING("Pending"),
  REJECTED("Rejected");
  private final String wire;

  RegistrationStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
