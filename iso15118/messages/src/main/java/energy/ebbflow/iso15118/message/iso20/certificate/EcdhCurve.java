package energy.ebbflow.iso15118.message.iso20.certificate;

import energy.ebbflow.exi.WireName;

/** ecdhCurveType. The curve of a key agreement. */
public enum EcdhCurve implements WireName {
  /** {@code SECP521}: the curve secp521r1. */
  SECP521("SECP521"),
  /** {@code X448}: the curve Curve448. */
  X448("X448");

  private final String wireName;

  EcdhCurve(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
