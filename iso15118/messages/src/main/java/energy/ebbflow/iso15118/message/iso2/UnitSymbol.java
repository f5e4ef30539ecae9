package energy.ebbflow.iso15118.message.iso2;

import energy.ebbflow.exi.WireName;

/** unitSymbolType. A unit. */
public enum UnitSymbol implements WireName {
  /** {@code h}: hours. */
  H("h"),
  /** {@code m}: minutes. */
  M("m"),
  /** {@code s}: seconds. */
  S("s"),
  /** {@code A}: ampere. */
  A("A"),
  /** {@code V}: volt. */
  V("V"),
  /** {@code W}: watt. */
  W("W"),
  /** {@code Wh}: watt-hours. */
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
