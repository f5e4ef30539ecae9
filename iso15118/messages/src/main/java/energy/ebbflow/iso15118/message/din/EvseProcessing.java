package energy.ebbflow.iso15118.message.din;

import energy.ebbflow.exi.WireName;

/** EVSEProcessingType. Whether the station has finished. */
public enum EvseProcessing implements WireName {
  /** {@code Finished}: the result is there. */
  FINISHED("Finished"),
  /** {@code Ongoing}: not yet; the other side asks again. */
  ONGOING("Ongoing");

  private final String wireName;

  EvseProcessing(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
