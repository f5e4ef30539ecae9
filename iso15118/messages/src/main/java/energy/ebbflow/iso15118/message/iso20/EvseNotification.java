package energy.ebbflow.iso15118.message.iso20;

import energy.ebbflow.exi.WireName;

/** evseNotificationType. What the station asks for. */
public enum EvseNotification implements WireName {
  /** {@code Pause}. */
  PAUSE("Pause"),
  /** {@code ExitStandby}. */
  EXIT_STANDBY("ExitStandby"),
  /** {@code Terminate}. */
  TERMINATE("Terminate"),
  /** {@code ScheduleRenegotiation}. */
  SCHEDULE_RENEGOTIATION("ScheduleRenegotiation"),
  /** {@code ServiceRenegotiation}. */
  SERVICE_RENEGOTIATION("ServiceRenegotiation"),
  /** {@code MeteringConfirmation}. */
  METERING_CONFIRMATION("MeteringConfirmation");

  private final String wireName;

  EvseNotification(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
