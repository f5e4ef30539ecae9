package energy.ebbflow.iso15118.message.iso20.parking;

import energy.ebbflow.exi.WireName;

/** evCheckOutStatusType. How far the vehicle has come out. */
public enum EvCheckOutStatus implements WireName {
  /** {@code CheckOut}. */
  CHECK_OUT("CheckOut"),
  /** {@code Processing}. */
  PROCESSING("Processing"),
  /** {@code Completed}. */
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
