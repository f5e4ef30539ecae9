package energy.ebbflow.iso15118.message.iso20.acdp;

import energy.ebbflow.exi.WireName;

/**
 * electricalChargingDeviceStatusType. The state of the pilot line of a connection device, as in IEC
 * 61851-1.
 */
public enum ElectricalChargingDeviceStatus implements WireName {
  /** {@code State_A}: no vehicle is connected. */
  STATE_A("State_A"),
  /** {@code State_B}: a vehicle is connected and not ready for power. */
  STATE_B("State_B"),
  /** {@code State_C}: the vehicle is ready for power and needs no ventilation. */
  STATE_C("State_C"),
  /** {@code State_D}: the vehicle is ready for power and needs ventilation. */
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
