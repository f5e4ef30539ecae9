package energy.ebbflow.iso15118.message.iso20.power;

import energy.ebbflow.exi.WireName;

/** chargeProgressType. Whether power shall start, stop, rest, or be scheduled anew. */
public enum ChargeProgress implements WireName {
  /** {@code Start}. */
  START("Start"),
  /** {@code Stop}. */
  STOP("Stop"),
  /** {@code Standby}. */
  STANDBY("Standby"),
  /** {@code ScheduleRenegotiation}. */
  SCHEDULE_RENEGOTIATION("ScheduleRenegotiation");

  private final String wireName;

  ChargeProgress(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
