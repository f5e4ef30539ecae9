package energy.ebbflow.ocpp.v2.transaction;

import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.WireEnum;

/** Why an event of a transaction is sent. */
public enum TriggerReason implements WireEnum {
  ABNORMAL_CONDITION("AbnormalCondition"),
  AUTHORIZED("Authorized"),
  CABLE_PLUGGED_IN("CablePluggedIn"),
  CHARGING_RATE_CHANGED("ChargingRateChanged"),
  CHARGING_STATE_CHANGED("ChargingStateChanged"),
  @SinceV21
  COST_LIMIT_REACHED("CostLimitReached"),
  DEAUTHORIZED("Deauthorized"),
  ENERGY_LIMIT_REACHED("EnergyLimitReached"),
  EV_COMMUNICATION_LOST("EVCommunicationLost"),
  EV_CONNECT_TIMEOUT("EVConnectTimeout"),
  EV_DEPARTED("EVDeparted"),
  EV_DETECTED("EVDetected"),
  @SinceV21
  LIMIT_SET("LimitSet"),
  METER_VALUE_CLOCK("MeterValueClock"),
  METER_VALUE_PERIODIC("MeterValuePeriodic"),
  @SinceV21
  OPERATION_MODE_CHANGED("OperationModeChanged"),
  REMOTE_START("RemoteStart"),
  REMOTE_STOP("RemoteStop"),
  RESET_COMMAND("ResetCommand"),
  @SinceV21
  RUNNING_COST("RunningCost"),
  SIGNED_DATA_RECEIVED("SignedDataReceived"),
  @SinceV21
  SOC_LIMIT_REACHED("SoCLimitReached"),
  STOP_AUTHORIZED("StopAuthorized"),
  @SinceV21
  TARIFF_CHANGED("TariffChanged"),
  @SinceV21
  TARIFF_NOT_ACCEPTED("TariffNotAccepted"),
  TIME_LIMIT_REACHED("TimeLimitReached"),
  TRIGGER("Trigger"),
  @SinceV21
  TX_RESUMED("TxResumed"),
  UNLOCK_COMMAND("UnlockCommand");
  private final String wire;

  TriggerReason(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
