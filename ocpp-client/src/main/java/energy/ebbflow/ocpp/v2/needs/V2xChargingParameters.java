package energy.ebbflow.ocpp.v2.needs;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.WireName;
import java.util.Optional;

/** Limits of a bidirectional vehicle: watts, amperes, volts, watt hours. */
public record V2xChargingParameters(
    Optional<Double> minChargePower,
    @WireName("minChargePower_L2") Optional<Double> minChargePowerL2,
    @WireName("minChargePower_L3") Optional<Double> minChargePowerL3,
    Optional<Double> maxChargePower,
    @WireName("maxChargePower_L2") Optional<Double> maxChargePowerL2,
    @WireName("maxChargePower_L3") Optional<Double> maxChargePowerL3,
    Optional<Double> minDischargePower,
    @WireName("minDischargePower_L2") Optional<Double> minDischargePowerL2,
    @WireName("minDischargePower_L3") Optional<Double> minDischargePowerL3,
    Optional<Double> maxDischargePower,
    @WireName("maxDischargePower_L2") Optional<Double> maxDischargePowerL2,
    @WireName("maxDischargePower_L3") Optional<Double> maxDischargePowerL3,
    Optional<Double> minChargeCurrent,
    Optional<Double> maxChargeCurrent,
    Optional<Double> minDischargeCurrent,
    Optional<Double> maxDischargeCurrent,
    Optional<Double> minVoltage,
    Optional<Double> maxVoltage,
    Optional<Double> evTargetEnergyRequest,
    Optional<Double> evMinEnergyRequest,
    Optional<Double> evMaxEnergyRequest,
    Optional<Double> evMinV2XEnergyRequest,
    Optional<Double> evMaxV2XEnergyRequest,
    @Range(min = 0, max = 100) Optional<Integer> targetSoC) {}
