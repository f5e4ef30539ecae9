package energy.ebbflow.iso15118.message.iso20.acdp;

import energy.ebbflow.exi.WireName;

/** isolationStatusType. What the isolation monitor says. */
public enum IsolationStatus implements WireName {
  /** {@code Invalid}. */
  INVALID("Invalid"),
  /** {@code Safe}. */
  SAFE("Safe"),
  /** {@code Warning}. */
  WARNING("Warning"),
  /** {@code Fault}. */
  FAULT("Fault");

  private final String wireName;

  IsolationStatus(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
