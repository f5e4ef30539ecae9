package energy.ebbflow.iso15118.message.iso2.service;

import energy.ebbflow.exi.WireName;

/** paymentOptionType. A way of payment. */
public enum PaymentOption implements WireName {
  /** {@code Contract}. */
  CONTRACT("Contract"),
  /** {@code ExternalPayment}. */
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
