package energy.ebbflow.iso15118.message.iso20.acdp;

import energy.ebbflow.exi.WireName;

/** isolationStatusType. What the isolation monitor says. */
public enum IsolationStatus implements WireName {
  /** {@code Invalid}: not measured yet. */
  INVALID("Invalid"),
  /** {@code Safe}: measured and safe. */
  SAFE("Safe"),
  /** {@code Warning}: below the level of warning, above the level of fault. */
  WARNING("Warning"),
  /** {@code Fault}: below the level of fault; no power may flow. */
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
