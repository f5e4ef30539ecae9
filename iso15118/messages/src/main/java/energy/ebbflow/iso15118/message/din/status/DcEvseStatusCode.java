package energy.ebbflow.iso15118.message.din.status;

import energy.ebbflow.exi.WireName;

/** DC_EVSEStatusCodeType. The state of a DC station. */
public enum DcEvseStatusCode implements WireName {
  /** {@code EVSE_NotReady}: not ready to deliver. */
  EVSE_NOT_READY("EVSE_NotReady"),
  /** {@code EVSE_Ready}: ready to deliver, or delivering. */
  EVSE_READY("EVSE_Ready"),
  /** {@code EVSE_Shutdown}: a normal stop at the station, e.g. by the user. */
  EVSE_SHUTDOWN("EVSE_Shutdown"),
  /**
   * {@code EVSE_UtilityInterruptEvent}: the grid operator has interrupted; charging may go on
   * later.
   */
  EVSE_UTILITY_INTERRUPT_EVENT("EVSE_UtilityInterruptEvent"),
  /** {@code EVSE_IsolationMonitoringActive}: the insulation test runs. */
  EVSE_ISOLATION_MONITORING_ACTIVE("EVSE_IsolationMonitoringActive"),
  /**
   * {@code EVSE_EmergencyShutdown}: stopped at once, by the emergency button or a safety device.
   */
  EVSE_EMERGENCY_SHUTDOWN("EVSE_EmergencyShutdown"),
  /** {@code EVSE_Malfunction}: a fault that does not go away by itself. */
  EVSE_MALFUNCTION("EVSE_Malfunction"),
  /** {@code Reserved_8}: not used. */
  RESERVED_8("Reserved_8"),
  /** {@code Reserved_9}: not used. */
  RESERVED_9("Reserved_9"),
  /** {@code Reserved_A}: not used. */
  RESERVED_A("Reserved_A"),
  /** {@code Reserved_B}: not used. */
  RESERVED_B("Reserved_B"),
  /** {@code Reserved_C}: not used. */
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
