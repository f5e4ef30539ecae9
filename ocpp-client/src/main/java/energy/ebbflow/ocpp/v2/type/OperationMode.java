package energy.ebbflow.ocpp.v2.type;

import energy.ebbflow.ocpp.json.WireEnum;

/** How the power of a period is decided. */
public enum OperationMode implements WireEnum {
  IDLE("Idle"),
  CHARGING_ONLY("ChargingOnly"),
  CENTRAL_SETPOINT("CentralSetpoint"),
  EXTERNAL_SETPOINT("ExternalSetpoint"),
  EXTERNAL_LIMITS("ExternalLimits"),
  CENTRAL_FREQUENCY("CentralFrequency"),
  LOCAL_FREQUENCY("LocalFrequency"),
  LOCAL_LOAD_BALANCING("LocalLoadBalancing");
  private final String wire;

  OperationMode(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
