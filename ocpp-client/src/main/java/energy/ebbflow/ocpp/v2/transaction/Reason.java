package energy.ebbflow.ocpp.v2.transaction;

import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.WireEnum;

/** Why a transaction ended. */
public enum Reason implements WireEnum {
  DE_AUTHORIZED("DeAuthorized"),
  EMERGENCY_STOP("EmergencyStop"),
  ENERGY_LIMIT_REACHED("EnergyLimitReached"),
  EV_DISCONNECTED("EVDisconnected"),
  GROUND_FAULT("GroundFault"),
  IMMEDIATE_RESET("ImmediateReset"),
  MASTER_PASS("MasterPass"),
  LOCAL("Local"),
  LOCAL_OUT_OF_CREDIT("LocalOutOfCredit"),
  OTHER("Other"),
  OVERCURRENT_FAULT("OvercurrentFault"),
  POWER_LOSS("PowerLoss"),
  POWER_QUALITY("PowerQuality"),
  REBOOT("Reboot"),
  REMOTE("Remote"),
  SOC_LIMIT_REACHED("SOCLimitReached"),
  STOPPED_BY_EV("StoppedByEV"),
  TIME_LIMIT_REACHED("TimeLimitReached"),
  TIMEOUT("Timeout"),
  @SinceV21
  REQ_ENERGY_TRANSFER_REJECTED("ReqEnergyTransferRejected");
  private final String wire;

  Reason(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
