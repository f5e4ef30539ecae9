package energy.ebbflow.iso15118.message.iso20.acdp;

import energy.ebbflow.exi.WireName;

/** cpStatusType. A pilot state. */
public enum CpStatus implements WireName {
  /** {@code StateA}. */
  STATE_A("StateA"),
  /** {@code StateB}. */
  STATE_B("StateB"),
  /** {@code StateC}. */
  STATE_C("StateC"),
  /** {@code StateD}. */
  STATE_D("StateD"),
  /** {@code StateE}. */
  STATE_E("StateE");

  private final String wireName;

  CpStatus(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
