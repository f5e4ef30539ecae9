package energy.ebbflow.iso15118.message.iso20.acdp;

import energy.ebbflow.exi.WireName;

/** electricalChargingDeviceStatusType. The electrical state of a connection device. */
public enum ElectricalChargingDeviceStatus implements WireName {
  /** {@code State_A}. */
  STATE_A("State_A"),
  /** {@code State_B}. */
  STATE_B("State_B"),
  /** {@code State_C}. */
  STATE_C("State_C"),
  /** {@code State_D}. */
  STATE_D("State_D");

  private final String wireName;

  ElectricalChargingDeviceStatus(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
