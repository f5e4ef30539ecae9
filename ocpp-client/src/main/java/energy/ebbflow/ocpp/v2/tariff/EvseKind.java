package energy.ebbflow.ocpp.v2.tariff;

import energy.ebbflow.ocpp.json.WireEnum;

/** Whether an EVSE gives AC or DC. */
public enum EvseKind implements WireEnum {
  AC("AC"),
  DC("DC");
  private final String wire;

  EvseKind(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
