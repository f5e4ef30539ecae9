package energy.ebbflow.iso15118.message.iso20.parking;

import energy.ebbflow.exi.WireName;

/** evCheckOutStatusType. How far the vehicle has come out. */
public enum EvCheckOutStatus implements WireName {
  /** {@code CheckOut}: the vehicle wants to leave. */
  CHECK_OUT("CheckOut"),
  /** {@code Processing}: the vehicle is on its way. */
  PROCESSING("Processing"),
  /** {@code Completed}: the vehicle is out. */
  COMPLETED("Completed");

  private final String wireName;

  EvCheckOutStatus(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
