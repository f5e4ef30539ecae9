package energy.ebbflow.ocpp.v2.authorization;

import energy.ebbflow.ocpp.json.WireEnum;

/** Whether a token may charge. */
public enum AuthorizationStatus implements WireEnum {
  ACCEPTED("Accepted"),
  BLOCKED("Blocked"),
  CONCURRENT_TX("ConcurrentTx"),
  EXPIRED("Expired"),
  INVALID("Invalid"),
  NO_CREDIT("NoCredit"),
  NOT_ALLOWED_TYPE_EVSE("NotAllowedTypeEVSE"),
  NOT_AT_THIS_LOCATION("NotAtThisLocation"),
  NOT_AT_THIS_TIME("NotAtThisTime"),
  UNKNOWN("Unknown");
  private final String wire;

  AuthorizationStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
