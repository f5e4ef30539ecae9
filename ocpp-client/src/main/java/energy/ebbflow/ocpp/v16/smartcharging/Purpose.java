package energy.ebbflow.ocpp.v16.smartcharging;

import energy.ebbflow.ocpp.json.WireEnum;

/** What a profile limits. */
public enum Purpose implements WireEnum {
  CHARGE_POINT_MAX_PROFILE("ChargePointMaxProfile"),
  TX_DEFAULT_PROFILE("TxDefaultProfile"),
  TX_PROFILE("TxProfile");
  private final String wire;

  Purpose(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
