package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.ac.AcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.ac.AcCpdReqEnergyTransferModeGroup;
import energy.ebbflow.iso15118.message.iso20.ac.BptAcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.AcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptDynamicAcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptScheduledAcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.DynamicAcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.ScheduledAcClReqControlMode;
import energy.ebbflow.iso15118.secc.PhaseValues;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import java.util.Optional;

/**
 * What an AC vehicle says of itself. A power without values for L2 and L3 is that of all phases,
 * with them it is that of L1; the domain hears the sum.
 */
public final class AcParameters {
  private AcParameters() {}

  /** From charge parameter discovery. */
  public static VehicleState report(AcCpdReqEnergyTransferModeGroup mode, VehicleState before) {
    VehicleReport report = new VehicleReport(before);
    switch (mode) {
      case AcCpdReqEnergyTransferMode ac -> {
        report.acCharge(
            phases(
                ac.evMaximumChargePower(),
                ac.evMaximumChargePowerL2(),
                ac.evMaximumChargePowerL3()));
        report
            .detail()
            .least(
                total(
                    ac.evMinimumChargePower(),
                    ac.evMinimumChargePowerL2(),
                    ac.evMinimumChargePowerL3()),
                Optional.empty());
      }
      case BptAcCpdReqEnergyTransferMode bpt -> {
        report.acCharge(
            phases(
                bpt.evMaximumChargePower(),
                bpt.evMaximumChargePowerL2(),
                bpt.evMaximumChargePowerL3()));
        report.acDischarge(
            phases(
                bpt.evMaximumDischargePower(),
                bpt.evMaximumDischargePowerL2(),
                bpt.evMaximumDischargePowerL3()));
        report
            .detail()
            .least(
                total(
                    bpt.evMinimumChargePower(),
                    bpt.evMinimumChargePowerL2(),
                    bpt.evMinimumChargePowerL3()),
                total(
                    bpt.evMinimumDischargePower(),
                    bpt.evMinimumDischargePowerL2(),
                    bpt.evMinimumDischargePowerL3()));
      }
    }
    return report.state();
  }

  /** From a request of the charge loop. */
  public static VehicleState report(AcChargeLoopRequest request, VehicleState before) {
    VehicleReport report = new VehicleReport(before);
    report.display(request.displayParameters());
    switch (request.clReqControlMode()) {
      case DynamicAcClReqControlMode mode -> {
        report.departure(mode.departureTime());
        report.energy(
            Optional.of(mode.evTargetEnergyRequest()),
            Optional.of(mode.evMaximumEnergyRequest()),
            Optional.of(mode.evMinimumEnergyRequest()));
        report.acCharge(
            phases(
                mode.evMaximumChargePower(),
                mode.evMaximumChargePowerL2(),
                mode.evMaximumChargePowerL3()));
        report
            .detail()
            .least(
                total(
                    mode.evMinimumChargePower(),
                    mode.evMinimumChargePowerL2(),
                    mode.evMinimumChargePowerL3()),
                Optional.empty());
        report
            .detail()
            .present(
                phasesOf(
                    mode.evPresentActivePower(),
                    mode.evPresentActivePowerL2(),
                    mode.evPresentActivePowerL3()),
                vars(
                    Optional.of(mode.evPresentReactivePower()),
                    mode.evPresentReactivePowerL2(),
                    mode.evPresentReactivePowerL3()));
      }
      case BptDynamicAcClReqControlMode mode -> {
        report.departure(mode.departureTime());
        report.energy(
            Optional.of(mode.evTargetEnergyRequest()),
            Optional.of(mode.evMaximumEnergyRequest()),
            Optional.of(mode.evMinimumEnergyRequest()));
        report.acCharge(
            phases(
                mode.evMaximumChargePower(),
                mode.evMaximumChargePowerL2(),
                mode.evMaximumChargePowerL3()));
        report.acDischarge(
            phases(
                mode.evMaximumDischargePower(),
                mode.evMaximumDischargePowerL2(),
                mode.evMaximumDischargePowerL3()));
        report
            .detail()
            .least(
                total(
                    mode.evMinimumChargePower(),
                    mode.evMinimumChargePowerL2(),
                    mode.evMinimumChargePowerL3()),
                total(
                    mode.evMinimumDischargePower(),
                    mode.evMinimumDischargePowerL2(),
                    mode.evMinimumDischargePowerL3()));
        report.detail().v2x(mode.evMaximumV2xEnergyRequest(), mode.evMinimumV2xEnergyRequest());
        report
            .detail()
            .present(
                phasesOf(
                    mode.evPresentActivePower(),
                    mode.evPresentActivePowerL2(),
                    mode.evPresentActivePowerL3()),
                vars(
                    Optional.of(mode.evPresentReactivePower()),
                    mode.evPresentReactivePowerL2(),
                    mode.evPresentReactivePowerL3()));
      }
      case ScheduledAcClReqControlMode mode -> {
        report.energy(
            mode.evTargetEnergyRequest(),
            mode.evMaximumEnergyRequest(),
            mode.evMinimumEnergyRequest());
        report.acCharge(
            mode.evMaximumChargePower()
                .flatMap(
                    first ->
                        phases(
                            first, mode.evMaximumChargePowerL2(), mode.evMaximumChargePowerL3())));
        report
            .detail()
            .least(
                total(
                    mode.evMinimumChargePower(),
                    mode.evMinimumChargePowerL2(),
                    mode.evMinimumChargePowerL3()),
                Optional.empty());
        report
            .detail()
            .present(
                phasesOf(
                    mode.evPresentActivePower(),
                    mode.evPresentActivePowerL2(),
                    mode.evPresentActivePowerL3()),
                vars(
                    mode.evPresentReactivePower(),
                    mode.evPresentReactivePowerL2(),
                    mode.evPresentReactivePowerL3()));
      }
      case BptScheduledAcClReqControlMode mode -> {
        report.energy(
            mode.evTargetEnergyRequest(),
            mode.evMaximumEnergyRequest(),
            mode.evMinimumEnergyRequest());
        report.acCharge(
            mode.evMaximumChargePower()
                .flatMap(
                    first ->
                        phases(
                            first, mode.evMaximumChargePowerL2(), mode.evMaximumChargePowerL3())));
        report.acDischarge(
            mode.evMaximumDischargePower()
                .flatMap(
                    first ->
                        phases(
                            first,
                            mode.evMaximumDischargePowerL2(),
                            mode.evMaximumDischargePowerL3())));
        report
            .detail()
            .least(
                total(
                    mode.evMinimumChargePower(),
                    mode.evMinimumChargePowerL2(),
                    mode.evMinimumChargePowerL3()),
                total(
                    mode.evMinimumDischargePower(),
                    mode.evMinimumDischargePowerL2(),
                    mode.evMinimumDischargePowerL3()));
        report
            .detail()
            .present(
                phasesOf(
                    mode.evPresentActivePower(),
                    mode.evPresentActivePowerL2(),
                    mode.evPresentActivePowerL3()),
                vars(
                    mode.evPresentReactivePower(),
                    mode.evPresentReactivePowerL2(),
                    mode.evPresentReactivePowerL3()));
      }
    }
    return report.state();
  }

  /** The service and mode that a request of the loop belongs to. */
  public static Selection selectionOf(AcClReqControlMode mode) {
    return switch (mode) {
      case DynamicAcClReqControlMode ac -> new Selection(EnergyService.AC, ControlMode.DYNAMIC);
      case BptDynamicAcClReqControlMode bpt ->
          new Selection(EnergyService.AC_BPT, ControlMode.DYNAMIC);
      case ScheduledAcClReqControlMode ac -> new Selection(EnergyService.AC, ControlMode.SCHEDULED);
      case BptScheduledAcClReqControlMode bpt ->
          new Selection(EnergyService.AC_BPT, ControlMode.SCHEDULED);
    };
  }

  private static Optional<PhaseValues> vars(
      Optional<RationalNumber> first,
      Optional<RationalNumber> second,
      Optional<RationalNumber> third) {
    return first.map(l1 -> phasesOf(l1, second, third));
  }

  private static Optional<PhaseValues> phases(
      RationalNumber first, Optional<RationalNumber> second, Optional<RationalNumber> third) {
    return Optional.of(phasesOf(first, second, third));
  }

  private static PhaseValues phasesOf(
      RationalNumber first, Optional<RationalNumber> second, Optional<RationalNumber> third) {
    return new PhaseValues(
        first.toDouble(),
        second.map(RationalNumber::toDouble),
        third.map(RationalNumber::toDouble));
  }

  private static Optional<Double> total(
      RationalNumber first, Optional<RationalNumber> second, Optional<RationalNumber> third) {
    return Optional.of(phasesOf(first, second, third).sum());
  }

  private static Optional<Double> total(
      Optional<RationalNumber> first,
      Optional<RationalNumber> second,
      Optional<RationalNumber> third) {
    return first.flatMap(l1 -> total(l1, second, third));
  }
}
