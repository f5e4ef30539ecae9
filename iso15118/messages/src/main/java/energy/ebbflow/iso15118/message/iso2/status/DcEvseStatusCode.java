package energy.ebbflow.iso15118.message.iso2.status;

import energy.ebbflow.exi.WireName;

/** DC_EVSEStatusCodeType. The state of a DC station. */
public enum DcEvseStatusCode implements WireName {
  /** {@code EVSE_NotReady}. */
  EVSE_NOT_READY("EVSE_NotReady"),
  /** {@code EVSE_Ready}. */
  EVSE_READY("EVSE_Ready"),
  /** {@code EVSE_Shutdown}. */
  EVSE_SHUTDOWN("EVSE_Shutdown"),
  /** {@code EVSE_UtilityInterruptEvent}. */
  EVSE_UTILITY_INTERRUPT_EVENT("EVSE_UtilityInterruptEvent"),
  /** {@code EVSE_IsolationMonitoringActive}. */
  EVSE_ISOLATION_MONITORING_ACTIVE("EVSE_IsolationMonitoringActive"),
  /** {@code EVSE_EmergencyShutdown}. */
  EVSE_EMERGENCY_SHUTDOWN("EVSE_EmergencyShutdown"),
  /** {@code EVSE_Malfunction}. */
  EVSE_MALFUNCTION("EVSE_Malfunction"),
  /** {@code Reserved_8}. */
  RESERVED_8("Reserved_8"),
  /** {@code Reserved_9}. */
  RESERVED_9("Reserved_9"),
  /** {@code Reserved_A}. */
  RESERVED_A("Reserved_A"),
  /** {@code Reserved_B}. */
  RESERVED_B("Reserved_B"),
  /** {@code Reserved_C}. */
  RESERVED_C("Reserved_C");

  private final String wireName;

  DcEvseStatusCode(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
