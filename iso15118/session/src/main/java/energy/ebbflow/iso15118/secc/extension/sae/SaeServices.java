package energy.ebbflow.iso15118.secc.extension.sae;

import energy.ebbflow.iso15118.message.iso2.PhysicalValue;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandResponse;
import energy.ebbflow.iso15118.message.iso2.service.Service;
import energy.ebbflow.iso15118.message.iso2.service.ServiceCategory;
import energy.ebbflow.iso15118.message.iso2.status.DcEvseStatus;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import energy.ebbflow.iso15118.secc.iso2.LoopAnswers;
import energy.ebbflow.iso15118.secc.iso2.Physical;
import java.util.Optional;

/**
 * What both services of SAE J2847/2 have in common: how they are listed, and the sign of limits.
 */
final class SaeServices {
  /** Below this a power is none, W. */
  static final double NO_WATTS = 1;

  private SaeServices() {}

  /** What the station itself wants, W, signed: the vehicle's present wish does not hide it. */
  static double wish(EvseView view) {
    return view.outlook().wantedWatts().orElse(view.targetWatts());
  }

  /** In the list of value-added services: of the category OtherCustom, and free. */
  static Service service(int id, String name) {
    return new Service(id, Optional.of(name), ServiceCategory.OTHER_CUSTOM, Optional.empty(), true);
  }

  /** A limit that is there and below zero: one of discharge. */
  static Optional<Double> negative(Optional<PhysicalValue> limit) {
    return limit.map(Physical::number).filter(value -> value < 0).map(Math::abs);
  }

  /** A limit that is there and not below zero: one of charge. */
  static Optional<Double> positive(Optional<PhysicalValue> limit) {
    return limit.map(Physical::number).filter(value -> value >= 0);
  }

  /** The same vehicle with other limits and another wish; all but the wish are magnitudes. */
  static VehicleState state(
      VehicleState report,
      Flow charge,
      Flow discharge,
      Optional<Double> targetAmps,
      Optional<Double> minimumSoc) {
    return new VehicleState(
        report.socPercent(),
        minimumSoc,
        report.targetSocPercent(),
        // Where the station steers, no voltage of the vehicle bounds it but its maximum.
        targetAmps.isPresent() ? report.targetVolts() : Optional.empty(),
        targetAmps,
        charge.watts(),
        discharge.watts(),
        charge.amps(),
        discharge.amps(),
        report.voltsMax(),
        report.voltsMin(),
        report.energyTargetWh(),
        report.energyMaxWh(),
        report.energyMinWh(),
        report.departureSeconds(),
        report.detail());
  }

  /** Most that flows in one direction; absent where the vehicle said nothing. */
  record Flow(Optional<Double> watts, Optional<Double> amps) {
    /** Nothing at all. */
    static final Flow NONE = new Flow(Optional.of(0d), Optional.of(0d));
  }

  /**
   * An answer whose limits are those of discharge: below zero.
   *
   * @param wattsMax most power out of the vehicle
   * @param ampsMax most current out of the vehicle
   * @param presentAmps the current that is told, signed
   */
  static CurrentDemandResponse discharging(
      CurrentDemandResponse standard,
      DcEvseStatus status,
      EvseView view,
      double wattsMax,
      double ampsMax,
      double presentAmps) {
    return new CurrentDemandResponse(
        standard.responseCode(),
        status,
        standard.evsePresentVoltage(),
        Physical.amps(presentAmps),
        LoopAnswers.reached(view.amps(), ampsMax),
        standard.evseVoltageLimitAchieved(),
        LoopAnswers.reached(view.volts() * view.amps(), wattsMax),
        standard.evseMaximumVoltageLimit(),
        Optional.of(Physical.ampsLimit(-ampsMax)),
        Optional.of(Physical.wattsLimit(-wattsMax)),
        standard.evseId(),
        standard.saScheduleTupleId(),
        standard.meterInfo(),
        standard.receiptRequired());
  }
}
