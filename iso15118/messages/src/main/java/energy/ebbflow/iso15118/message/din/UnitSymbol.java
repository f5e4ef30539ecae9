package energy.ebbflow.iso15118.message.din;

import energy.ebbflow.exi.WireName;

/** unitSymbolType. A unit. */
public enum UnitSymbol implements WireName {
  /** {@code h}. */
  H("h"),
  /** {@code m}. */
  M("m"),
  /** {@code s}. */
  S("s"),
  /** {@code A}. */
  A("A"),
  /** {@code Ah}. */
  AH("Ah"),
  /** {@code V}. */
  V("V"),
  /** {@code VA}. */
  VA("VA"),
  /** {@code W}. */
  W("W"),
  /** {@code W/s}. */
  W_S("W/s"),
  /** {@code Wh}. */
  WH("Wh");

  private final String wireName;

  UnitSymbol(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
