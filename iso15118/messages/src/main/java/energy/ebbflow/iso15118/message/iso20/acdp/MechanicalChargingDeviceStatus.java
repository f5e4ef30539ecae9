package energy.ebbflow.iso15118.message.iso20.acdp;

import energy.ebbflow.exi.WireName;

/** mechanicalChargingDeviceStatusType. Where the moving part of a connection device is. */
public enum MechanicalChargingDeviceStatus implements WireName {
  /** {@code Home}: drawn back. */
  HOME("Home"),
  /** {@code Moving}: on its way. */
  MOVING("Moving"),
  /** {@code EndPosition}: at the vehicle. */
  END_POSITION("EndPosition");

  private final String wireName;

  MechanicalChargingDeviceStatus(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
