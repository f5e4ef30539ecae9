package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.iso15118.message.iso20.DisplayParameters;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.secc.PhaseValues;
import energy.ebbflow.iso15118.secc.VehicleDetail;
import java.util.Optional;

/**
 * Collects what a message says beyond limits over what was known before. Lives for one message on
 * one thread.
 */
final class DetailReport {
  private VehicleDetail known;

  DetailReport(VehicleDetail before) {
    known = before;
  }

  VehicleDetail state() {
    return known;
  }

  void display(DisplayParameters said) {
    known =
        new VehicleDetail(
            said.maximumSoc().map(Integer::doubleValue).or(known::maximumSocPercent),
            said.remainingTimeToMinimumSoc().or(known::secondsToMinimumSoc),
            said.remainingTimeToTargetSoc().or(known::secondsToTargetSoc),
            said.remainingTimeToMaximumSoc().or(known::secondsToMaximumSoc),
            said.chargingComplete().or(known::chargingComplete),
            known.bulkChargingComplete(),
            said.inletHot().or(known::inletHot),
            newer(said.batteryEnergyCapacity(), known.batteryCapacityWh()),
            known.v2xEnergyMaxWh(),
            known.v2xEnergyMinWh(),
            known.chargeWattsMin(),
            known.dischargeWattsMin(),
            known.chargeWatts(),
            known.dischargeWatts(),
            known.presentWatts(),
            known.presentVars());
  }

  /** What the vehicle lends to the grid. */
  void v2x(Optional<RationalNumber> maximum, Optional<RationalNumber> minimum) {
    known =
        new VehicleDetail(
            known.maximumSocPercent(),
            known.secondsToMinimumSoc(),
            known.secondsToTargetSoc(),
            known.secondsToMaximumSoc(),
            known.chargingComplete(),
            known.bulkChargingComplete(),
            known.inletHot(),
            known.batteryCapacityWh(),
            newer(maximum, known.v2xEnergyMaxWh()),
            newer(minimum, known.v2xEnergyMinWh()),
            known.chargeWattsMin(),
            known.dischargeWattsMin(),
            known.chargeWatts(),
            known.dischargeWatts(),
            known.presentWatts(),
            known.presentVars());
  }

  /** Least powers, of all phases together. */
  void least(Optional<Double> charge, Optional<Double> discharge) {
    known =
        new VehicleDetail(
            known.maximumSocPercent(),
            known.secondsToMinimumSoc(),
            known.secondsToTargetSoc(),
            known.secondsToMaximumSoc(),
            known.chargingComplete(),
            known.bulkChargingComplete(),
            known.inletHot(),
            known.batteryCapacityWh(),
            known.v2xEnergyMaxWh(),
            known.v2xEnergyMinWh(),
            charge.or(known::chargeWattsMin),
            discharge.or(known::dischargeWattsMin),
            known.chargeWatts(),
            known.dischargeWatts(),
            known.presentWatts(),
            known.presentVars());
  }

  void chargePhases(Optional<PhaseValues> watts) {
    phases(
        named(watts).or(known::chargeWatts),
        known.dischargeWatts(),
        known.presentWatts(),
        known.presentVars());
  }

  void dischargePhases(Optional<PhaseValues> watts) {
    phases(
        known.chargeWatts(),
        named(watts).or(known::dischargeWatts),
        known.presentWatts(),
        known.presentVars());
  }

  /** What the vehicle measures. */
  void present(PhaseValues watts, Optional<PhaseValues> vars) {
    phases(
        known.chargeWatts(),
        known.dischargeWatts(),
        Optional.of(watts),
        vars.or(known::presentVars));
  }

  private void phases(
      Optional<PhaseValues> charge,
      Optional<PhaseValues> discharge,
      Optional<PhaseValues> watts,
      Optional<PhaseValues> vars) {
    known =
        new VehicleDetail(
            known.maximumSocPercent(),
            known.secondsToMinimumSoc(),
            known.secondsToTargetSoc(),
            known.secondsToMaximumSoc(),
            known.chargingComplete(),
            known.bulkChargingComplete(),
            known.inletHot(),
            known.batteryCapacityWh(),
            known.v2xEnergyMaxWh(),
            known.v2xEnergyMinWh(),
            known.chargeWattsMin(),
            known.dischargeWattsMin(),
            charge,
            discharge,
            watts,
            vars);
  }

  /** A total without phases says nothing of phases. */
  private static Optional<PhaseValues> named(Optional<PhaseValues> watts) {
    return watts.filter(value -> value.l2().isPresent() || value.l3().isPresent());
  }

  private static Optional<Double> newer(Optional<RationalNumber> said, Optional<Double> before) {
    return said.map(RationalNumber::toDouble).or(() -> before);
  }
}
