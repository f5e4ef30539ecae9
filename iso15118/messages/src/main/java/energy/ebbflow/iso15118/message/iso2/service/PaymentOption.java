package energy.ebbflow.iso15118.message.iso2.service;

import energy.ebbflow.exi.WireName;

/** paymentOptionType. A way of payment. */
public enum PaymentOption implements WireName {
  /** {@code Contract}: by the contract in the vehicle (plug and charge). */
  CONTRACT("Contract"),
  /** {@code ExternalPayment}: by other means, e.g. a card or an app. */
  EXTERNAL_PAYMENT("ExternalPayment");

  private final String wireName;

  PaymentOption(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
