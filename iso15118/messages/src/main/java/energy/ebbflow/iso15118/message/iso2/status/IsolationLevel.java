package energy.ebbflow.iso15118.message.iso2.status;

import energy.ebbflow.exi.WireName;

/** isolationLevelType. What the isolation monitor says. */
public enum IsolationLevel implements WireName {
  /** {@code Invalid}: not measured yet. */
  INVALID("Invalid"),
  /** {@code Valid}: measured and safe. */
  VALID("Valid"),
  /** {@code Warning}: below the level of warning, above the level of fault. */
  WARNING("Warning"),
  /** {@code Fault}: below the level of fault; no power may flow. */
  FAULT("Fault"),
  /** {@code No_IMD}: the station has no isolation monitor. */
  NO_IMD("No_IMD");

  private final String wireName;

  IsolationLevel(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
