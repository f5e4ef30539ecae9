package energy.ebbflow.iso15118.message.app;

import energy.ebbflow.exi.WireName;

/** responseCodeType. How a request went: OK, a warning, or FAILED. */
public enum ResponseCode implements WireName {
  /**
   * {@code OK_SuccessfulNegotiation}: the protocol with the given schema number is spoken from now
   * on.
   */
  OK_SUCCESSFUL_NEGOTIATION("OK_SuccessfulNegotiation"),
  /**
   * {@code OK_SuccessfulNegotiationWithMinorDeviation}: as before, though the minor versions
   * differ.
   */
  OK_SUCCESSFUL_NEGOTIATION_WITH_MINOR_DEVIATION("OK_SuccessfulNegotiationWithMinorDeviation"),
  /** {@code Failed_NoNegotiation}: the two sides have no protocol in common. */
  FAILED_NO_NEGOTIATION("Failed_NoNegotiation");

  private final String wireName;

  ResponseCode(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
