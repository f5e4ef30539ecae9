package energy.ebbflow.iso15118.message.iso20.power;

import energy.ebbflow.exi.WireName;

/** chargeProgressType. Whether power shall start, stop, rest, or be scheduled anew. */
public enum ChargeProgress implements WireName {
  /** {@code Start}: the station shall deliver or take power. */
  START("Start"),
  /** {@code Stop}: the flow of power shall end. */
  STOP("Stop"),
  /** {@code Standby}: the flow of power rests. */
  STANDBY("Standby"),
  /** {@code ScheduleRenegotiation}: the vehicle wants new schedules first. */
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
