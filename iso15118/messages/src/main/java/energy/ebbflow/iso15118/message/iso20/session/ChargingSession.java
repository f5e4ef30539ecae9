package energy.ebbflow.iso15118.message.iso20.session;

import energy.ebbflow.exi.WireName;

/** chargingSessionType. Whether the session ends, pauses, or goes on with other services. */
public enum ChargingSession implements WireName {
  /** {@code Pause}: the session goes on later with the same identifier. */
  PAUSE("Pause"),
  /** {@code Terminate}: the session is over. */
  TERMINATE("Terminate"),
  /** {@code ServiceRenegotiation}: the session goes on with a new choice of services. */
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
