package energy.ebbflow.iso15118.message.iso20.acdp;

import energy.ebbflow.exi.WireName;

/** errorCodeType. What is wrong with the vehicle. */
public enum ErrorCode implements WireName {
  /** {@code OK_NoEVError}: nothing is wrong. */
  OK_NO_EV_ERROR("OK_NoEVError"),
  /** {@code FAILED}: a fault without a code of its own. */
  FAILED("FAILED"),
  /** {@code FAILED_EmergencyEvent}: an emergency. */
  FAILED_EMERGENCY_EVENT("FAILED_EmergencyEvent"),
  /** {@code FAILED_Breaker}: a breaker is faulty. */
  FAILED_BREAKER("FAILED_Breaker"),
  /** {@code FAILED_RESSTemperatureInhibit}: the temperature of the battery forbids charging. */
  FAILED_RESS_TEMPERATURE_INHIBIT("FAILED_RESSTemperatureInhibit"),
  /** {@code FAILED_RESS}: the battery is faulty. */
  FAILED_RESS("FAILED_RESS"),
  /** {@code FAILED_ChargingCurrentDifferential}: the current is not the one that was asked for. */
  FAILED_CHARGING_CURRENT_DIFFERENTIAL("FAILED_ChargingCurrentDifferential"),
  /** {@code FAILED_ChargingVoltageOutOfRange}: the voltage is out of the range of the vehicle. */
  FAILED_CHARGING_VOLTAGE_OUT_OF_RANGE("FAILED_ChargingVoltageOutOfRange"),
  /** {@code FAILED_Reserved1}: not used. */
  FAILED_RESERVED1("FAILED_Reserved1"),
  /** {@code FAILED_Reserved2}: not used. */
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
