package energy.ebbflow.iso15118.message.iso20.parking;

import energy.ebbflow.exi.WireName;

/** evseCheckOutStatusType. How far the check-out has come. */
public enum EvseCheckOutStatus implements WireName {
  /** {@code Scheduled}: the check-out is planned. */
  SCHEDULED("Scheduled"),
  /** {@code Completed}: the check-out is done. */
  COMPLETED("Completed");

  private final String wireName;

  EvseCheckOutStatus(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
