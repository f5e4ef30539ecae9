package energy.ebbflow.iso15118.message.iso20.wpt;

import energy.ebbflow.exi.WireName;

/** WPT_EVPCChargeDiagnosticsType. What is wrong with the receiving side. */
public enum WptEvpcChargeDiagnostics implements WireName {
  /** {@code EVPCNoIssue}. */
  EVPC_NO_ISSUE("EVPCNoIssue"),
  /** {@code EVPCTempOverheatDetected}. */
  EVPC_TEMP_OVERHEAT_DETECTED("EVPCTempOverheatDetected"),
  /** {@code EVPCPowerTransferAnomalyDetected}. */
  EVPC_POWER_TRANSFER_ANOMALY_DETECTED("EVPCPowerTransferAnomalyDetected"),
  /** {@code EVPCAnomalyDetected}. */
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
