package energy.ebbflow.iso15118.message.iso20.authorization;

import energy.ebbflow.exi.WireName;

/** authorizationType. A way of authorisation: by contract (PnC) or by other means (EIM). */
public enum Authorization implements WireName {
  /** {@code EIM}. */
  EIM("EIM"),
  /** {@code PnC}. */
  PNC("PnC");

  private final String wireName;

  Authorization(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
