package energy.ebbflow.iso15118.message.din.status;

import energy.ebbflow.exi.WireName;

/** DC_EVErrorCodeType. What is wrong with the vehicle. */
public enum DcEvErrorCode implements WireName {
  /** {@code NO_ERROR}: nothing is wrong. */
  NO_ERROR("NO_ERROR"),
  /** {@code FAILED_RESSTemperatureInhibit}: the temperature of the battery forbids charging. */
  FAILED_RESS_TEMPERATURE_INHIBIT("FAILED_RESSTemperatureInhibit"),
  /** {@code FAILED_EVShiftPosition}: the vehicle is not in park. */
  FAILED_EV_SHIFT_POSITION("FAILED_EVShiftPosition"),
  /** {@code FAILED_ChargerConnectorLockFault}: the connector is not locked. */
  FAILED_CHARGER_CONNECTOR_LOCK_FAULT("FAILED_ChargerConnectorLockFault"),
  /** {@code FAILED_EVRESSMalfunction}: the battery is faulty. */
  FAILED_EV_RESS_MALFUNCTION("FAILED_EVRESSMalfunction"),
  /** {@code FAILED_ChargingCurrentdifferential}: the current is not the one that was asked for. */
  FAILED_CHARGING_CURRENTDIFFERENTIAL("FAILED_ChargingCurrentdifferential"),
  /** {@code FAILED_ChargingVoltageOutOfRange}: the voltage is out of the range of the vehicle. */
  FAILED_CHARGING_VOLTAGE_OUT_OF_RANGE("FAILED_ChargingVoltageOutOfRange"),
  /** {@code Reserved_A}: not used. */
  RESERVED_A("Reserved_A"),
  /** {@code Reserved_B}: not used. */
  RESERVED_B("Reserved_B"),
  /** {@code Reserved_C}: not used. */
  RESERVED_C("Reserved_C"),
  /** {@code FAILED_ChargingSystemIncompatibility}: station and vehicle do not fit each other. */
  FAILED_CHARGING_SYSTEM_INCOMPATIBILITY("FAILED_ChargingSystemIncompatibility"),
  /** {@code NoData}: the vehicle does not know. */
  NO_DATA("NoData");

  private final String wireName;

  DcEvErrorCode(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
