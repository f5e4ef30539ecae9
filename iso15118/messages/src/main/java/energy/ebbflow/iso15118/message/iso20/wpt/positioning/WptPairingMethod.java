package energy.ebbflow.iso15118.message.iso20.wpt.positioning;

import energy.ebbflow.exi.WireName;

/** WPT_PairingMethodType. A way of pairing. */
public enum WptPairingMethod implements WireName {
  /** {@code External confirmation}: somebody or something else confirms it. */
  EXTERNAL_CONFIRMATION("External confirmation"),
  /** {@code LPE}: low power excitation: by a small field of the station's coil. */
  LPE("LPE"),
  /** {@code LF_TxEV}: by a low-frequency signal that the vehicle sends. */
  LF_TX_EV("LF_TxEV"),
  /** {@code LF_TxPrimaryDevice}: by a low-frequency signal that the station sends. */
  LF_TX_PRIMARY_DEVICE("LF_TxPrimaryDevice"),
  /** {@code Optical}: by sight, e.g. a mark that a camera reads. */
  OPTICAL("Optical"),
  /** {@code Proprietary}: a way of the maker. */
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
