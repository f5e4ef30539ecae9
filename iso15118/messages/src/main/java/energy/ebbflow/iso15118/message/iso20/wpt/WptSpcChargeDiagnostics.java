package energy.ebbflow.iso15118.message.iso20.wpt;

import energy.ebbflow.exi.WireName;

/** WPT_SPCChargeDiagnosticsType. What is wrong with the sending side. */
public enum WptSpcChargeDiagnostics implements WireName {
  /** {@code SPCNoIssue}: nothing is wrong. */
  SPC_NO_ISSUE("SPCNoIssue"),
  /** {@code SPCFODDetected}: a foreign object lies between the coils. */
  SPC_FOD_DETECTED("SPCFODDetected"),
  /** {@code SPCLOPDetected}: a living object is near the coils. */
  SPC_LOP_DETECTED("SPCLOPDetected"),
  /** {@code SPCTempOverheatDetected}: too hot. */
  SPC_TEMP_OVERHEAT_DETECTED("SPCTempOverheatDetected"),
  /** {@code SPCPowerTransferAnomalyDetected}: the power is not what it should be. */
  SPC_POWER_TRANSFER_ANOMALY_DETECTED("SPCPowerTransferAnomalyDetected"),
  /** {@code SPCAnomalyDetected}: something else. */
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
