package energy.ebbflow.iso15118.message.iso20.session;

import energy.ebbflow.exi.WireName;

/** chargingSessionType: charging session. */
public enum ChargingSession implements WireName {
  /** {@code Pause}. */
  PAUSE("Pause"),
  /** {@code Terminate}. */
  TERMINATE("Terminate"),
  /** {@code ServiceRenegotiation}. */
  SERVICE_RENEGOTIATION("ServiceRenegotiation");

  private final String wireName;

  ChargingSession(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
