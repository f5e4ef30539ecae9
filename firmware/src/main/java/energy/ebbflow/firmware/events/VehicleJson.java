package energy.ebbflow.firmware.events;

import energy.ebbflow.iso15118.secc.PhaseValues;
import energy.ebbflow.iso15118.secc.VehicleDetail;
import energy.ebbflow.iso15118.secc.VehicleWord;
import java.util.List;
import java.util.Optional;

/** What a vehicle tells beyond its limits, as fields of a line. */
final class VehicleJson {
  /** Longest plan of a vehicle that is written out; the rest is counted. */
  private static final int STEPS_MAX = 96;

  private VehicleJson() {}

  static Json fields(VehicleWord word, Json json) {
    json.with("word", name(word));
    return switch (word) {
      case VehicleWord.ProfileChosen chosen ->
          steps(chosen.steps(), json)
              .with("schedule", chosen.schedule().map(Integer::doubleValue))
              .with("planVersion", chosen.planVersion().map(Integer::doubleValue))
              .with(
                  "toleranceConfirmed",
                  chosen.toleranceConfirmed().map(String::valueOf).orElse(""));
      case VehicleWord.ProfileViolated violated ->
          json.with("watts", violated.watts()).with("promisedWatts", violated.promisedWatts());
      case VehicleWord.MeterConfirmed confirmed ->
          json.with("importedWh", confirmed.importedWattHours())
              .with("exportedWh", confirmed.exportedWattHours())
              .with("signature", confirmed.signature().map(Object::toString).orElse(""));
      case VehicleWord.EndExplained end ->
          json.with("code", end.code().orElse(""))
              .with("explanation", end.explanation().orElse(""));
      case VehicleWord.StandbyBegun standby -> json;
      case VehicleWord.CheckedIn in ->
          json.with("status", in.status()).with("parkingMethod", in.parkingMethod());
      case VehicleWord.CheckedOut out ->
          json.with("status", out.status()).with("leavesUtcSeconds", out.leavesUtcSeconds());
      case VehicleWord.BidirectionalTerms terms ->
          json.with("channel", terms.unifiedChannel() ? "unified" : "separated")
              .with("generator", terms.gridForming() ? "gridForming" : "gridFollowing")
              .with(
                  "islanding",
                  terms.passiveIslanding().map(on -> on ? "passive" : "active").orElse(""));
      case VehicleWord.DirectionChosen direction -> json.with("discharge", direction.discharge());
      case VehicleWord.ServiceAdded service ->
          json.with("service", service.serviceId()).with("parameterSet", service.parameterSet());
      case VehicleWord.EnergyOffered offer ->
          steps(offer.steps(), json)
              .with("currency", offer.currency())
              .with("pricePerKwh", offer.pricePerKwh());
    };
  }

  static Json fields(VehicleDetail detail, Json json) {
    json.with("word", "display")
        .with("maximumSoc", detail.maximumSocPercent())
        .with("secondsToMinimumSoc", detail.secondsToMinimumSoc().map(Long::doubleValue))
        .with("secondsToTargetSoc", detail.secondsToTargetSoc().map(Long::doubleValue))
        .with("secondsToMaximumSoc", detail.secondsToMaximumSoc().map(Long::doubleValue))
        .with("batteryCapacityWh", detail.batteryCapacityWh())
        .with("v2xEnergyMaxWh", detail.v2xEnergyMaxWh())
        .with("v2xEnergyMinWh", detail.v2xEnergyMinWh())
        .with("chargeWattsMin", detail.chargeWattsMin())
        .with("dischargeWattsMin", detail.dischargeWattsMin());
    flag("chargingComplete", detail.chargingComplete(), json);
    flag("bulkChargingComplete", detail.bulkChargingComplete(), json);
    flag("inletHot", detail.inletHot(), json);
    phases("chargeWatts", detail.chargeWatts(), json);
    phases("dischargeWatts", detail.dischargeWatts(), json);
    phases("presentWatts", detail.presentWatts(), json);
    phases("presentVars", detail.presentVars(), json);
    return json;
  }

  private static void flag(String name, Optional<Boolean> value, Json json) {
    value.ifPresent(flag -> json.with(name, flag.booleanValue()));
  }

  private static void phases(String name, Optional<PhaseValues> values, Json json) {
    values.ifPresent(
        phase ->
            json.with(name + "L1", phase.l1())
                .with(name + "L2", phase.l2())
                .with(name + "L3", phase.l3()));
  }

  private static Json steps(List<VehicleWord.ProfileStep> steps, Json json) {
    StringBuilder text = new StringBuilder("[");
    for (VehicleWord.ProfileStep step : steps.subList(0, Math.min(STEPS_MAX, steps.size()))) {
      text.append(text.length() == 1 ? "" : ",")
          .append('[')
          .append(step.startUtcSeconds())
          .append(',')
          .append(Math.round(step.watts()))
          .append(']');
    }
    return json.with("stepCount", steps.size()).withRaw("steps", text.append(']').toString());
  }

  private static String name(VehicleWord word) {
    String name = word.getClass().getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
