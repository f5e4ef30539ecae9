package energy.ebbflow.ocpp.v2.smartcharging;

import energy.ebbflow.ocpp.json.WireEnum;

/** Answer to NotifyAllowedEnergyTransfer. */
public enum NotifyAllowedEnergyTransferStatus implements WireEnum {
  ACCEPTED("Accepted"),
  REJECTED("Rejected");
  private final String wire;

  NotifyAllowedEnergyTransferStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
