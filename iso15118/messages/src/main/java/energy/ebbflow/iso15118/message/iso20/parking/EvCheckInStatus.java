package energy.ebbflow.iso15118.message.iso20.parking;

import energy.ebbflow.exi.WireName;

/** evCheckInStatusType. How far the vehicle has come in. */
public enum EvCheckInStatus implements WireName {
  /** {@code CheckIn}. */
  CHECK_IN("CheckIn"),
  /** {@code Processing}. */
  PROCESSING("Processing"),
  /** {@code Completed}. */
  COMPLETED("Completed");

  private final String wireName;

  EvCheckInStatus(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
