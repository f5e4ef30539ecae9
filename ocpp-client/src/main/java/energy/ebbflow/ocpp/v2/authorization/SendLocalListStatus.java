package energy.ebbflow.ocpp.v2.authorization;

import energy.ebbflow.ocpp.json.WireEnum;

/** Outcome of a change of the local list. */
public enum SendLocalListStatus implements WireEnum {
  ACCEPTED("Accepted"),
  FAILED("Failed"),
  VERSION_MISMATCH("VersionMismatch");
  private final String wire;

  SendLocalListStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
