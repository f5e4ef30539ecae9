package energy.ebbflow.iso15118.message.iso20.wpt.positioning;

import energy.ebbflow.exi.WireName;

/** WPT_PairingMethodType. A way of pairing. */
public enum WptPairingMethod implements WireName {
  /** {@code External confirmation}. */
  EXTERNAL_CONFIRMATION("External confirmation"),
  /** {@code LPE}. */
  LPE("LPE"),
  /** {@code LF_TxEV}. */
  LF_TX_EV("LF_TxEV"),
  /** {@code LF_TxPrimaryDevice}. */
  LF_TX_PRIMARY_DEVICE("LF_TxPrimaryDevice"),
  /** {@code Optical}. */
  OPTICAL("Optical"),
  /** {@code Proprietary}. */
  PROPRIETARY("Proprietary");

  private final String wireName;

  WptPairingMethod(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
