package energy.ebbflow.iso15118.message.iso20.wpt.positioning;

import energy.ebbflow.exi.WireName;

/** WPT_FinePositioningMethodType. A way of positioning. */
public enum WptFinePositioningMethod implements WireName {
  /** {@code Manual}: by the driver alone. */
  MANUAL("Manual"),
  /** {@code LF_TxEV}: by a low-frequency signal that the vehicle sends. */
  LF_TX_EV("LF_TxEV"),
  /** {@code LF_TxPrimaryDevice}: by a low-frequency signal that the station sends. */
  LF_TX_PRIMARY_DEVICE("LF_TxPrimaryDevice"),
  /** {@code LPE}: low power excitation: by a small field of the station's coil. */
  LPE("LPE"),
  /** {@code Proprietary}: a way of the maker. */
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
