package energy.ebbflow.ocpp.v2.energy;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.WireName;
import java.util.Optional;

/** New values for the period of a dynamic profile; what is absent stays as it was (K28). */
public record ScheduleUpdate(
    Optional<Double> limit,
    @WireName("limit_L2") Optional<Double> limitL2,
    @WireName("limit_L3") Optional<Double> limitL3,
    @Range(max = 0) Optional<Double> dischargeLimit,
    @Range(max = 0) @WireName("dischargeLimit_L2") Optional<Double> dischargeLimitL2,
    @Range(max = 0) @WireName("dischargeLimit_L3") Optional<Double> dischargeLimitL3,
    Optional<Double> setpoint,
    @WireName("setpoint_L2") Optional<Double> setpointL2,
    @WireName("setpoint_L3") Optional<Double> setpointL3,
    Optional<Double> setpointReactive,
    @WireName("setpointReactive_L2") Optional<Double> setpointReactiveL2,
    @WireName("setpointReactive_L3") Optional<Double> setpointReactiveL3) {}
