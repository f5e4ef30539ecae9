package energy.ebbflow.ocpp.v2.operation;

import energy.ebbflow.ocpp.json.WireEnum;

/** Outcome of unlocking. */
public enum UnlockStatus implements WireEnum {
  UNLOCKED("Unlocked"),
  UNLOCK_FAILED("UnlockFailed"),
  ONGOING_AUTHORIZED_TRANSACTION("OngoingAuthorizedTransaction"),
  UNKNOWN_CONNECTOR("UnknownConnector");
  private final String wire;

  UnlockStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
