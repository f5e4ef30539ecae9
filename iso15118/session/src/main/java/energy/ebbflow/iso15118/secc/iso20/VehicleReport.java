package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.iso15118.message.iso20.DisplayParameters;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.secc.PhaseValues;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import java.util.Optional;

/**
 * Collects what one message says over what was known before. What a message does not mention stays;
 * nothing is made up. Lives for one message on one thread.
 */
final class VehicleReport {
  private Optional<Double> soc;
  private Optional<Double> minimumSoc;
  private Optional<Double> targetSoc;
  private Optional<Double> targetVolts;
  private Optional<Double> targetAmps;
  private Optional<Double> chargeWatts;
  private Optional<Double> dischargeWatts;
  private Optional<Double> chargeAmps;
  private Optional<Double> dischargeAmps;
  private Optional<Double> voltsMax;
  private Optional<Double> voltsMin;
  private Optional<Double> energyTarget;
  private Optional<Double> energyMax;
  private Optional<Double> energyMin;
  private Optional<Long> departure;
  private final DetailReport detail;

  VehicleReport(VehicleState before) {
    soc = before.socPercent();
    minimumSoc = before.minimumSocPercent();
    targetSoc = before.targetSocPercent();
    targetVolts = before.targetVolts();
    targetAmps = before.targetAmps();
    chargeWatts = before.chargeWattsMax();
    dischargeWatts = before.dischargeWattsMax();
    chargeAmps = before.chargeAmpsMax();
    dischargeAmps = before.dischargeAmpsMax();
    voltsMax = before.voltsMax();
    voltsMin = before.voltsMin();
    energyTarget = before.energyTargetWh();
    energyMax = before.energyMaxWh();
    energyMin = before.energyMinWh();
    departure = before.departureSeconds();
    detail = new DetailReport(before.detail());
  }

  /** What goes beyond limits. */
  DetailReport detail() {
    return detail;
  }

  /** What the vehicle shows its user. */
  void display(Optional<DisplayParameters> shown) {
    if (shown.isEmpty()) {
      return;
    }
    DisplayParameters display = shown.get();
    presentSoc(display.presentSoc());
    // [V2G20-1640]: a minimum above the target is no need of anyone; what was known stays.
    if (display.minimumSoc().orElse(0) <= display.targetSoc().orElse(100)) {
      minimumSoc(display.minimumSoc());
      targetSoc(display.targetSoc());
    }
    detail.display(display);
  }

  void charge(RationalNumber watts, RationalNumber amps, RationalNumber max, RationalNumber min) {
    chargeIfGiven(Optional.of(watts), Optional.of(amps), Optional.of(max), Optional.of(min));
  }

  void chargeIfGiven(
      Optional<RationalNumber> watts,
      Optional<RationalNumber> amps,
      Optional<RationalNumber> max,
      Optional<RationalNumber> min) {
    chargeWatts = newer(watts, chargeWatts);
    chargeAmps = newer(amps, chargeAmps);
    voltsMax = newer(max, voltsMax);
    voltsMin = newer(min, voltsMin);
  }

  /** Most power of AC: the sum where phases are named apart, and the phases beside it. */
  void acCharge(Optional<PhaseValues> watts) {
    chargeWatts = watts.map(PhaseValues::sum).or(() -> chargeWatts);
    detail.chargePhases(watts);
  }

  void acDischarge(Optional<PhaseValues> watts) {
    dischargeWatts = watts.map(PhaseValues::sum).or(() -> dischargeWatts);
    detail.dischargePhases(watts);
  }

  void discharge(RationalNumber watts, RationalNumber amps) {
    dischargeIfGiven(Optional.of(watts), Optional.of(amps));
  }

  void dischargeIfGiven(Optional<RationalNumber> watts, Optional<RationalNumber> amps) {
    dischargeWatts = newer(watts, dischargeWatts);
    dischargeAmps = newer(amps, dischargeAmps);
  }

  void target(RationalNumber volts, RationalNumber amps) {
    targetVolts = Optional.of(volts.toDouble());
    targetAmps = Optional.of(amps.toDouble());
  }

  /** In dynamic control the vehicle asks for no current; a wish of before is over. */
  void steered() {
    targetVolts = Optional.empty();
    targetAmps = Optional.empty();
  }

  void energy(
      Optional<RationalNumber> target,
      Optional<RationalNumber> maximum,
      Optional<RationalNumber> minimum) {
    energyTarget = newer(target, energyTarget);
    energyMax = newer(maximum, energyMax);
    energyMin = newer(minimum, energyMin);
  }

  void presentSoc(Optional<Integer> percent) {
    soc = percent.map(Integer::doubleValue).or(() -> soc);
  }

  void minimumSoc(Optional<Integer> percent) {
    minimumSoc = percent.map(Integer::doubleValue).or(() -> minimumSoc);
  }

  void targetSoc(Optional<Integer> percent) {
    targetSoc = percent.map(Integer::doubleValue).or(() -> targetSoc);
  }

  void departure(Optional<Long> seconds) {
    departure = seconds.or(() -> departure);
  }

  VehicleState state() {
    return new VehicleState(
        soc,
        minimumSoc,
        targetSoc,
        targetVolts,
        targetAmps,
        chargeWatts,
        dischargeWatts,
        chargeAmps,
        dischargeAmps,
        voltsMax,
        voltsMin,
        energyTarget,
        energyMax,
        energyMin,
        departure,
        detail.state());
  }

  private static Optional<Double> newer(Optional<RationalNumber> said, Optional<Double> before) {
    return said.map(RationalNumber::toDouble).or(() -> before);
  }
}
