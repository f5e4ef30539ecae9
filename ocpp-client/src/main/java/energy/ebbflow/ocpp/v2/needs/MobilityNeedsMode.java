package energy.ebbflow.ocpp.v2.needs;

import energy.ebbflow.ocpp.json.WireEnum;

/** Who knows when the vehicle leaves. */
public enum MobilityNeedsMode implements WireEnum {
  EVCC("EVCC"),
  EVCC_SECC("EVCC_SECC");
  private final String wire;

  MobilityNeedsMode(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
