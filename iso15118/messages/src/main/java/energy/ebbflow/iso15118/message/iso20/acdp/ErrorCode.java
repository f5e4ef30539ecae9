package energy.ebbflow.iso15118.message.iso20.acdp;

import energy.ebbflow.exi.WireName;

/** errorCodeType. What is wrong with the vehicle. */
public enum ErrorCode implements WireName {
  /** {@code OK_NoEVError}. */
  OK_NO_EV_ERROR("OK_NoEVError"),
  /** {@code FAILED}. */
  FAILED("FAILED"),
  /** {@code FAILED_EmergencyEvent}. */
  FAILED_EMERGENCY_EVENT("FAILED_EmergencyEvent"),
  /** {@code FAILED_Breaker}. */
  FAILED_BREAKER("FAILED_Breaker"),
  /** {@code FAILED_RESSTemperatureInhibit}. */
  FAILED_RESS_TEMPERATURE_INHIBIT("FAILED_RESSTemperatureInhibit"),
  /** {@code FAILED_RESS}. */
  FAILED_RESS("FAILED_RESS"),
  /** {@code FAILED_ChargingCurrentDifferential}. */
  FAILED_CHARGING_CURRENT_DIFFERENTIAL("FAILED_ChargingCurrentDifferential"),
  /** {@code FAILED_ChargingVoltageOutOfRange}. */
  FAILED_CHARGING_VOLTAGE_OUT_OF_RANGE("FAILED_ChargingVoltageOutOfRange"),
  /** {@code FAILED_Reserved1}. */
  FAILED_RESERVED1("FAILED_Reserved1"),
  /** {@code FAILED_Reserved2}. */
  FAILED_RESERVED2("FAILED_Reserved2");

  private final String wireName;

  ErrorCode(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
