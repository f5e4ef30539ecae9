package energy.ebbflow.iso15118.message.din.status;

import energy.ebbflow.exi.WireName;

/** EVSENotificationType. What the station asks for. */
public enum EvseNotification implements WireName {
  /** {@code None}. */
  NONE("None"),
  /** {@code StopCharging}. */
  STOP_CHARGING("StopCharging"),
  /** {@code ReNegotiation}. */
  RE_NEGOTIATION("ReNegotiation");

  private final String wireName;

  EvseNotification(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
