package energy.ebbflow.iso15118.message.din.status;

import energy.ebbflow.exi.WireName;

/** DC_EVErrorCodeType. What is wrong with the vehicle. */
public enum DcEvErrorCode implements WireName {
  /** {@code NO_ERROR}. */
  NO_ERROR("NO_ERROR"),
  /** {@code FAILED_RESSTemperatureInhibit}. */
  FAILED_RESS_TEMPERATURE_INHIBIT("FAILED_RESSTemperatureInhibit"),
  /** {@code FAILED_EVShiftPosition}. */
  FAILED_EV_SHIFT_POSITION("FAILED_EVShiftPosition"),
  /** {@code FAILED_ChargerConnectorLockFault}. */
  FAILED_CHARGER_CONNECTOR_LOCK_FAULT("FAILED_ChargerConnectorLockFault"),
  /** {@code FAILED_EVRESSMalfunction}. */
  FAILED_EV_RESS_MALFUNCTION("FAILED_EVRESSMalfunction"),
  /** {@code FAILED_ChargingCurrentdifferential}. */
  FAILED_CHARGING_CURRENTDIFFERENTIAL("FAILED_ChargingCurrentdifferential"),
  /** {@code FAILED_ChargingVoltageOutOfRange}. */
  FAILED_CHARGING_VOLTAGE_OUT_OF_RANGE("FAILED_ChargingVoltageOutOfRange"),
  /** {@code Reserved_A}. */
  RESERVED_A("Reserved_A"),
  /** {@code Reserved_B}. */
  RESERVED_B("Reserved_B"),
  /** {@code Reserved_C}. */
  RESERVED_C("Reserved_C"),
  /** {@code FAILED_ChargingSystemIncompatibility}. */
  FAILED_CHARGING_SYSTEM_INCOMPATIBILITY("FAILED_ChargingSystemIncompatibility"),
  /** {@code NoData}. */
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
