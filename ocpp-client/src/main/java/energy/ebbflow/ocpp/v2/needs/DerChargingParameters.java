package energy.ebbflow.ocpp.v2.needs;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireName;
import java.util.List;
import java.util.Optional;

/** Grid-code abilities of a vehicle with an inverter. */
public record DerChargingParameters(
    @Items @AbsentIfEmpty List<DerControl> evSupportedDERControl,
    Optional<Double> evOverExcitedMaxDischargePower,
    Optional<Double> evOverExcitedPowerFactor,
    Optional<Double> evUnderExcitedMaxDischargePower,
    Optional<Double> evUnderExcitedPowerFactor,
    Optional<Double> maxApparentPower,
    Optional<Double> maxChargeApparentPower,
    @WireName("maxChargeApparentPower_L2") Optional<Double> maxChargeApparentPowerL2,
    @WireName("maxChargeApparentPower_L3") Optional<Double> maxChargeApparentPowerL3,
    Optional<Double> maxDischargeApparentPower,
    @WireName("maxDischargeApparentPower_L2") Optional<Double> maxDischargeApparentPowerL2,
    @WireName("maxDischargeApparentPower_L3") Optional<Double> maxDischargeApparentPowerL3,
    Optional<Double> maxChargeReactivePower,
    @WireName("maxChargeReactivePower_L2") Optional<Double> maxChargeReactivePowerL2,
    @WireName("maxChargeReactivePower_L3") Optional<Double> maxChargeReactivePowerL3,
    Optional<Double> minChargeReactivePower,
    @WireName("minChargeReactivePower_L2") Optional<Double> minChargeReactivePowerL2,
    @WireName("minChargeReactivePower_L3") Optional<Double> minChargeReactivePowerL3,
    Optional<Double> maxDischargeReactivePower,
    @WireName("maxDischargeReactivePower_L2") Optional<Double> maxDischargeReactivePowerL2,
    @WireName("maxDischargeReactivePower_L3") Optional<Double> maxDischargeReactivePowerL3,
    Optional<Double> minDischargeReactivePower,
    @WireName("minDischargeReactivePower_L2") Optional<Double> minDischargeReactivePowerL2,
    @WireName("minDischargeReactivePower_L3") Optional<Double> minDischargeReactivePowerL3,
    Optional<Double> nominalVoltage,
    Optional<Double> nominalVoltageOffset,
    Optional<Double> maxNominalVoltage,
    Optional<Double> minNominalVoltage,
    @Text(max = 50) Optional<String> evInverterManufacturer,
    @Text(max = 50) Optional<String> evInverterModel,
    @Text(max = 50) Optional<String> evInverterSerialNumber,
    @Text(max = 50) Optional<String> evInverterSwVersion,
    @Text(max = 50) Optional<String> evInverterHwVersion,
    @Items @AbsentIfEmpty List<IslandingDetection> evIslandingDetectionMethod,
    Optional<Double> evIslandingTripTime,
    Optional<Double> evMaximumLevel1DCInjection,
    Optional<Double> evDurationLevel1DCInjection,
    Optional<Double> evMaximumLevel2DCInjection,
    Optional<Double> evDurationLevel2DCInjection,
    Optional<Double> evReactiveSusceptance,
    Optional<Double> evSessionTotalDischargeEnergyAvailable) {
  public DerChargingParameters {
    evSupportedDERControl = List.copyOf(evSupportedDERControl);
    evIslandingDetectionMethod = List.copyOf(evIslandingDetectionMethod);
  }
}
