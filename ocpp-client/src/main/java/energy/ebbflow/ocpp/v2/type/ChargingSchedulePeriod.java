package energy.ebbflow.ocpp.v2.type;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.CustomData;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.RequiredInV201;
import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.WireName;
import java.util.List;
import java.util.Optional;

/**
 * Limits from startPeriod seconds after the start of the schedule until the next period. Discharge
 * limits are at most 0, set-points are positive towards the vehicle.
 */
public record ChargingSchedulePeriod(
    int startPeriod,
    @RequiredInV201 Optional<Double> limit,
    @SinceV21 @WireName("limit_L2") Optional<Double> limitL2,
    @SinceV21 @WireName("limit_L3") Optional<Double> limitL3,
    @Range(min = 0, max = 3) Optional<Integer> numberPhases,
    @Range(min = 0, max = 3) Optional<Integer> phaseToUse,
    @SinceV21 @Range(max = 0) Optional<Double> dischargeLimit,
    @SinceV21 @Range(max = 0) @WireName("dischargeLimit_L2") Optional<Double> dischargeLimitL2,
    @SinceV21 @Range(max = 0) @WireName("dischargeLimit_L3") Optional<Double> dischargeLimitL3,
    @SinceV21 Optional<Double> setpoint,
    @SinceV21 @WireName("setpoint_L2") Optional<Double> setpointL2,
    @SinceV21 @WireName("setpoint_L3") Optional<Double> setpointL3,
    @SinceV21 Optional<Double> setpointReactive,
    @SinceV21 @WireName("setpointReactive_L2") Optional<Double> setpointReactiveL2,
    @SinceV21 @WireName("setpointReactive_L3") Optional<Double> setpointReactiveL3,
    @SinceV21 Optional<Boolean> preconditioningRequest,
    @SinceV21 Optional<Boolean> evseSleep,
    @SinceV21 Optional<Double> v2xBaseline,
    @SinceV21 Optional<OperationMode> operationMode,
    @SinceV21 @Items(max = 20) @AbsentIfEmpty List<V2xFreqWattPoint> v2xFreqWattCurve,
    @SinceV21 @Items(max = 20) @AbsentIfEmpty List<V2xSignalWattPoint> v2xSignalWattCurve,
    Optional<CustomData> customData) {
  public ChargingSchedulePeriod {
    v2xFreqWattCurve = List.copyOf(v2xFreqWattCurve);
    v2xSignalWattCurve = List.copyOf(v2xSignalWattCurve);
  }
}
