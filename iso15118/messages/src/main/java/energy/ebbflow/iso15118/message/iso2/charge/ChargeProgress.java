package energy.ebbflow.iso15118.message.iso2.charge;

import energy.ebbflow.exi.WireName;

/** chargeProgressType. Whether power shall start, stop, rest, or be scheduled anew. */
public enum ChargeProgress implements WireName {
  /** {@code Start}: the station shall deliver power. */
  START("Start"),
  /** {@code Stop}: the station shall end the delivery. */
  STOP("Stop"),
  /** {@code Renegotiate}: the vehicle wants new schedules first. */
  RENEGOTIATE("Renegotiate");

  private final String wireName;

  ChargeProgress(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
