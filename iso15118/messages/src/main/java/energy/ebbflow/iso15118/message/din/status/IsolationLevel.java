package energy.ebbflow.iso15118.message.din.status;

import energy.ebbflow.exi.WireName;

/** isolationLevelType. What the isolation monitor says. */
public enum IsolationLevel implements WireName {
  /** {@code Invalid}. */
  INVALID("Invalid"),
  /** {@code Valid}. */
  VALID("Valid"),
  /** {@code Warning}. */
  WARNING("Warning"),
  /** {@code Fault}. */
  FAULT("Fault");

  private final String wireName;

  IsolationLevel(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
