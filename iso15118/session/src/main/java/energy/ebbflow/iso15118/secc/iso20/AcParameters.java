package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.iso15118.message.iso20.DisplayParameters;
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
      case AcCpdReqEnergyTransferMode ac ->
          report.acCharge(
              sum(
                  ac.evMaximumChargePower(),
                  ac.evMaximumChargePowerL2(),
                  ac.evMaximumChargePowerL3()));
      case BptAcCpdReqEnergyTransferMode bpt -> {
        report.acCharge(
            sum(
                bpt.evMaximumChargePower(),
                bpt.evMaximumChargePowerL2(),
                bpt.evMaximumChargePowerL3()));
        report.acDischarge(
            sum(
                bpt.evMaximumDischargePower(),
                bpt.evMaximumDischargePowerL2(),
                bpt.evMaximumDischargePowerL3()));
      }
    }
    return report.state();
  }

  /** From a request of the charge loop. */
  public static VehicleState report(AcChargeLoopRequest request, VehicleState before) {
    VehicleReport report = new VehicleReport(before);
    if (request.displayParameters().isPresent()) {
      DisplayParameters display = request.displayParameters().get();
      report.presentSoc(display.presentSoc());
      report.minimumSoc(display.minimumSoc());
      report.targetSoc(display.targetSoc());
    }
    switch (request.clReqControlMode()) {
      case DynamicAcClReqControlMode mode -> {
        report.departure(mode.departureTime());
        report.energy(
            Optional.of(mode.evTargetEnergyRequest()),
            Optional.of(mode.evMaximumEnergyRequest()),
            Optional.of(mode.evMinimumEnergyRequest()));
        report.acCharge(
            sum(
                mode.evMaximumChargePower(),
                mode.evMaximumChargePowerL2(),
                mode.evMaximumChargePowerL3()));
      }
      case BptDynamicAcClReqControlMode mode -> {
        report.departure(mode.departureTime());
        report.energy(
            Optional.of(mode.evTargetEnergyRequest()),
            Optional.of(mode.evMaximumEnergyRequest()),
            Optional.of(mode.evMinimumEnergyRequest()));
        report.acCharge(
            sum(
                mode.evMaximumChargePower(),
                mode.evMaximumChargePowerL2(),
                mode.evMaximumChargePowerL3()));
        report.acDischarge(
            sum(
                mode.evMaximumDischargePower(),
                mode.evMaximumDischargePowerL2(),
                mode.evMaximumDischargePowerL3()));
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
                        sum(first, mode.evMaximumChargePowerL2(), mode.evMaximumChargePowerL3())));
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
                        sum(first, mode.evMaximumChargePowerL2(), mode.evMaximumChargePowerL3())));
        report.acDischarge(
            mode.evMaximumDischargePower()
                .flatMap(
                    first ->
                        sum(
                            first,
                            mode.evMaximumDischargePowerL2(),
                            mode.evMaximumDischargePowerL3())));
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

  private static Optional<Double> sum(
      RationalNumber first, Optional<RationalNumber> second, Optional<RationalNumber> third) {
    return Optional.of(
        first.toDouble()
            + second.map(RationalNumber::toDouble).orElse(0d)
            + third.map(RationalNumber::toDouble).orElse(0d));
  }
}
