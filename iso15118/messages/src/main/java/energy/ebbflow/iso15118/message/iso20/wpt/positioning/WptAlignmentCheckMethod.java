package energy.ebbflow.iso15118.message.iso20.wpt.positioning;

import energy.ebbflow.exi.WireName;

/** WPT_AlignmentCheckMethodType. A way to check the alignment. */
public enum WptAlignmentCheckMethod implements WireName {
  /** {@code PowerCheck}. */
  POWER_CHECK("PowerCheck"),
  /** {@code LPE}. */
  LPE("LPE"),
  /** {@code Proprietary}. */
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
