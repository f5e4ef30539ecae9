package energy.ebbflow.iso15118.message.iso20;

import energy.ebbflow.exi.WireName;

/** processingType. Whether a side has finished. */
public enum Processing implements WireName {
  /** {@code Finished}: the result is there. */
  FINISHED("Finished"),
  /** {@code Ongoing}: not yet; the other side asks again. */
  ONGOING("Ongoing"),
  /**
   * {@code Ongoing_WaitingForCustomerInteraction}: not yet; the user has to act, e.g. hold up a
   * card.
   */
  ONGOING_WAITING_FOR_CUSTOMER_INTERACTION("Ongoing_WaitingForCustomerInteraction");

  private final String wireName;

  Processing(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
