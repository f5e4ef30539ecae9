package energy.ebbflow.iso15118.message.iso20;

import energy.ebbflow.exi.WireName;

/** evseNotificationType. What the station asks for. */
public enum EvseNotification implements WireName {
  /** {@code Pause}: the vehicle shall pause the session. */
  PAUSE("Pause"),
  /** {@code ExitStandby}: the vehicle shall come back from standby. */
  EXIT_STANDBY("ExitStandby"),
  /** {@code Terminate}: the vehicle shall end the session. */
  TERMINATE("Terminate"),
  /** {@code ScheduleRenegotiation}: the vehicle shall ask for new schedules. */
  SCHEDULE_RENEGOTIATION("ScheduleRenegotiation"),
  /** {@code ServiceRenegotiation}: the vehicle shall choose services anew. */
  SERVICE_RENEGOTIATION("ServiceRenegotiation"),
  /** {@code MeteringConfirmation}: the vehicle shall confirm the meter reading. */
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
