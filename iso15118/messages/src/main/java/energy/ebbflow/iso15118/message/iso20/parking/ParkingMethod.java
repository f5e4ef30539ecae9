package energy.ebbflow.iso15118.message.iso20.parking;

import energy.ebbflow.exi.WireName;

/** parkingMethodType. How the vehicle is parked. */
public enum ParkingMethod implements WireName {
  /** {@code AutoParking}: the vehicle parks itself. */
  AUTO_PARKING("AutoParking"),
  /** {@code MVGuideManual}: the driver parks, guided. */
  MV_GUIDE_MANUAL("MVGuideManual"),
  /** {@code Manual}: the driver parks alone. */
  MANUAL("Manual");

  private final String wireName;

  ParkingMethod(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
