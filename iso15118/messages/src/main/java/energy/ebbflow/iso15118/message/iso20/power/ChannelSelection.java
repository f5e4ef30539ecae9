package energy.ebbflow.iso15118.message.iso20.power;

import energy.ebbflow.exi.WireName;

/** channelSelectionType. The direction that the vehicle wants first. */
public enum ChannelSelection implements WireName {
  /** {@code Charge}: from the station to the vehicle. */
  CHARGE("Charge"),
  /** {@code Discharge}: from the vehicle to the station. */
  DISCHARGE("Discharge");

  private final String wireName;

  ChannelSelection(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
