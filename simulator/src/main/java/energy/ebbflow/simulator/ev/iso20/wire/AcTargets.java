package energy.ebbflow.simulator.ev.iso20.wire;

import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.ac.control.AcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptDynamicAcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptScheduledAcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.DynamicAcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.ScheduledAcClResControlMode;
import java.util.Optional;

/**
 * What an AC charger wants of the vehicle.
 *
 * @param watts active power by phase; empty where the charger named none
 * @param vars reactive power by phase
 * @param needs what it knows of the user's needs
 */
public record AcTargets(Optional<PhaseWatts> watts, PhaseWatts vars, StationNeeds needs) {
  private static final StationNeeds NO_NEEDS =
      new StationNeeds(Optional.empty(), Optional.empty(), Optional.empty());

  /** Reads an answer of the charge loop. */
  public static AcTargets of(AcClResControlMode mode, int phases) {
    return switch (mode) {
      case DynamicAcClResControlMode m ->
          new AcTargets(
              power(
                  Optional.of(m.evseTargetActivePower()),
                  m.evseTargetActivePowerL2(),
                  m.evseTargetActivePowerL3(),
                  phases),
              vars(
                  m.evseTargetReactivePower(),
                  m.evseTargetReactivePowerL2(),
                  m.evseTargetReactivePowerL3(),
                  phases),
              new StationNeeds(m.departureTime(), m.minimumSoc(), m.targetSoc()));
      case BptDynamicAcClResControlMode m ->
          new AcTargets(
              power(
                  Optional.of(m.evseTargetActivePower()),
                  m.evseTargetActivePowerL2(),
                  m.evseTargetActivePowerL3(),
                  phases),
              vars(
                  m.evseTargetReactivePower(),
                  m.evseTargetReactivePowerL2(),
                  m.evseTargetReactivePowerL3(),
                  phases),
              new StationNeeds(m.departureTime(), m.minimumSoc(), m.targetSoc()));
      case ScheduledAcClResControlMode m ->
          new AcTargets(
              power(
                  m.evseTargetActivePower(),
                  m.evseTargetActivePowerL2(),
                  m.evseTargetActivePowerL3(),
                  phases),
              vars(
                  m.evseTargetReactivePower(),
                  m.evseTargetReactivePowerL2(),
                  m.evseTargetReactivePowerL3(),
                  phases),
              NO_NEEDS);
      case BptScheduledAcClResControlMode m ->
          new AcTargets(
              power(
                  m.evseTargetActivePower(),
                  m.evseTargetActivePowerL2(),
                  m.evseTargetActivePowerL3(),
                  phases),
              vars(
                  m.evseTargetReactivePower(),
                  m.evseTargetReactivePowerL2(),
                  m.evseTargetReactivePowerL3(),
                  phases),
              NO_NEEDS);
    };
  }

  private static Optional<PhaseWatts> power(
      Optional<RationalNumber> first,
      Optional<RationalNumber> second,
      Optional<RationalNumber> third,
      int phases) {
    return first.map(value -> PhaseWatts.told(value, second, third, phases));
  }

  private static PhaseWatts vars(
      Optional<RationalNumber> first,
      Optional<RationalNumber> second,
      Optional<RationalNumber> third,
      int phases) {
    return power(first, second, third, phases).orElse(PhaseWatts.ZERO);
  }
}
