package energy.ebbflow.iso15118.message.iso20.power;

import energy.ebbflow.exi.WireName;

/** powerToleranceAcceptanceType. Whether the vehicle keeps within the tolerance. */
public enum PowerToleranceAcceptance implements WireName {
  /** {@code PowerToleranceNotConfirmed}: the vehicle does not promise it. */
  POWER_TOLERANCE_NOT_CONFIRMED("PowerToleranceNotConfirmed"),
  /** {@code PowerToleranceConfirmed}: the vehicle promises it. */
  POWER_TOLERANCE_CONFIRMED("PowerToleranceConfirmed");

  private final String wireName;

  PowerToleranceAcceptance(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
