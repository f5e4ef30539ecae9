package energy.ebbflow.iso15118.message.iso20.parking;

import energy.ebbflow.exi.WireName;

/** evCheckInStatusType. How far the vehicle has come in. */
public enum EvCheckInStatus implements WireName {
  /** {@code CheckIn}: the vehicle wants to come in. */
  CHECK_IN("CheckIn"),
  /** {@code Processing}: the vehicle is on its way. */
  PROCESSING("Processing"),
  /** {@code Completed}: the vehicle is in. */
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
