package energy.ebbflow.ocpp.v2.der;

import energy.ebbflow.ocpp.json.WireEnum;

/** OCPP's DERUnitEnumType: what a value is a percentage of. */
public enum DerUnit implements WireEnum {
  NOT_APPLICABLE("Not_Applicable"),
  PCT_MAX_W("PctMaxW"),
  PCT_MAX_VAR("PctMaxVar"),
  PCT_W_AVAIL("PctWAvail"),
  PCT_VAR_AVAIL("PctVarAvail"),
  PCT_EFFECTIVE_V("PctEffectiveV");
  private final String wire;

  DerUnit(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
