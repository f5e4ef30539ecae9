package energy.ebbflow.ocpp.v2.der;

import energy.ebbflow.ocpp.json.WireEnum;

/** OCPP's GridEventFaultEnumType: what was wrong with the grid. */
public enum GridEventFault implements WireEnum {
  CURRENT_IMBALANCE("CurrentImbalance"),
  LOCAL_EMERGENCY("LocalEmergency"),
  LOW_INPUT_POWER("LowInputPower"),
  OVER_CURRENT("OverCurrent"),
  OVER_FREQUENCY("OverFrequency"),
  OVER_VOLTAGE("OverVoltage"),
  PHASE_ROTATION("PhaseRotation"),
  REMOTE_EMERGENCY("RemoteEmergency"),
  UNDER_FREQUENCY("UnderFrequency"),
  UNDER_VOLTAGE("UnderVoltage"),
  VOLTAGE_IMBALANCE("VoltageImbalance");
  private final String wire;

  GridEventFault(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
