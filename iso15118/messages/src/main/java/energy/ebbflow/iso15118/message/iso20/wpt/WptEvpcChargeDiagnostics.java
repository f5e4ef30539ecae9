package energy.ebbflow.iso15118.message.iso20.wpt;

import energy.ebbflow.exi.WireName;

/** WPT_EVPCChargeDiagnosticsType. What is wrong with the receiving side. */
public enum WptEvpcChargeDiagnostics implements WireName {
  /** {@code EVPCNoIssue}: nothing is wrong. */
  EVPC_NO_ISSUE("EVPCNoIssue"),
  /** {@code EVPCTempOverheatDetected}: too hot. */
  EVPC_TEMP_OVERHEAT_DETECTED("EVPCTempOverheatDetected"),
  /** {@code EVPCPowerTransferAnomalyDetected}: the power is not what it should be. */
  EVPC_POWER_TRANSFER_ANOMALY_DETECTED("EVPCPowerTransferAnomalyDetected"),
  /** {@code EVPCAnomalyDetected}: something else. */
  EVPC_ANOMALY_DETECTED("EVPCAnomalyDetected");

  private final String wireName;

  WptEvpcChargeDiagnostics(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
