package energy.ebbflow.iso15118.message.iso2;

import energy.ebbflow.exi.WireName;

/** EVSEProcessingType. Whether the station has finished. */
public enum EvseProcessing implements WireName {
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

  EvseProcessing(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
