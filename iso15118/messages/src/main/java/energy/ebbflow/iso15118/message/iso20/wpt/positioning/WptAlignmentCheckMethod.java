package energy.ebbflow.iso15118.message.iso20.wpt.positioning;

import energy.ebbflow.exi.WireName;

/** WPT_AlignmentCheckMethodType. A way to check the alignment. */
public enum WptAlignmentCheckMethod implements WireName {
  /** {@code PowerCheck}: by the power that arrives. */
  POWER_CHECK("PowerCheck"),
  /** {@code LPE}: low power excitation: by a small field of the station's coil. */
  LPE("LPE"),
  /** {@code Proprietary}: a way of the maker. */
  PROPRIETARY("Proprietary");

  private final String wireName;

  WptAlignmentCheckMethod(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
