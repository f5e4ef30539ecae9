package energy.ebbflow.iso15118.message.iso20.authorization;

import energy.ebbflow.exi.WireName;

/** authorizationType. A way of authorisation: by contract (PnC) or by other means (EIM). */
public enum Authorization implements WireName {
  /** {@code EIM}: external identification means, e.g. a card or an app. */
  EIM("EIM"),
  /** {@code PnC}: plug and charge, by the contract in the vehicle. */
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
