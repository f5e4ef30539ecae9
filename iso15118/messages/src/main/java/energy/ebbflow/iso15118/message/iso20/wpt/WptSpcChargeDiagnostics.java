package energy.ebbflow.iso15118.message.iso20.wpt;

import energy.ebbflow.exi.WireName;

/** WPT_SPCChargeDiagnosticsType. What is wrong with the sending side. */
public enum WptSpcChargeDiagnostics implements WireName {
  /** {@code SPCNoIssue}. */
  SPC_NO_ISSUE("SPCNoIssue"),
  /** {@code SPCFODDetected}. */
  SPC_FOD_DETECTED("SPCFODDetected"),
  /** {@code SPCLOPDetected}. */
  SPC_LOP_DETECTED("SPCLOPDetected"),
  /** {@code SPCTempOverheatDetected}. */
  SPC_TEMP_OVERHEAT_DETECTED("SPCTempOverheatDetected"),
  /** {@code SPCPowerTransferAnomalyDetected}. */
  SPC_POWER_TRANSFER_ANOMALY_DETECTED("SPCPowerTransferAnomalyDetected"),
  /** {@code SPCAnomalyDetected}. */
  SPC_ANOMALY_DETECTED("SPCAnomalyDetected");

  private final String wireName;

  WptSpcChargeDiagnostics(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
