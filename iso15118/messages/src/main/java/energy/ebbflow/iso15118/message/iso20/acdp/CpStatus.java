package energy.ebbflow.iso15118.message.iso20.acdp;

import energy.ebbflow.exi.WireName;

/** cpStatusType. A pilot state. */
public enum CpStatus implements WireName {
  /** {@code StateA}: no vehicle. */
  STATE_A("StateA"),
  /** {@code StateB}: a vehicle that is not ready. */
  STATE_B("StateB"),
  /** {@code StateC}: a vehicle that is ready. */
  STATE_C("StateC"),
  /** {@code StateD}: a vehicle that is ready and needs ventilation. */
  STATE_D("StateD"),
  /** {@code StateE}: an error. */
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
