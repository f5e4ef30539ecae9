package energy.ebbflow.iso15118.message.iso20.wpt.positioning;

import energy.ebbflow.exi.WireName;

/** WPT_FinePositioningMethodType. A way of positioning. */
public enum WptFinePositioningMethod implements WireName {
  /** {@code Manual}. */
  MANUAL("Manual"),
  /** {@code LF_TxEV}. */
  LF_TX_EV("LF_TxEV"),
  /** {@code LF_TxPrimaryDevice}. */
  LF_TX_PRIMARY_DEVICE("LF_TxPrimaryDevice"),
  /** {@code LPE}. */
  LPE("LPE"),
  /** {@code Proprietary}. */
  PROPRIETARY("Proprietary");

  private final String wireName;

  WptFinePositioningMethod(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
