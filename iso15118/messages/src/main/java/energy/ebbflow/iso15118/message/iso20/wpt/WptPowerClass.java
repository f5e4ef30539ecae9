package energy.ebbflow.iso15118.message.iso20.wpt;

import energy.ebbflow.exi.WireName;

/** WPT_PowerClassType. The power class of a wireless station. */
public enum WptPowerClass implements WireName {
  /** {@code MF-WPT1}: at most 3.7 kVA from the grid. */
  MF_WPT_1("MF-WPT1"),
  /** {@code MF-WPT2}: above 3.7 to 7.7 kVA. */
  MF_WPT_2("MF-WPT2"),
  /** {@code MF-WPT3}: above 7.7 to 11.1 kVA. */
  MF_WPT_3("MF-WPT3"),
  /** {@code MF-WPT4}: above 11.1 to 22 kVA. */
  MF_WPT_4("MF-WPT4");

  private final String wireName;

  WptPowerClass(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
