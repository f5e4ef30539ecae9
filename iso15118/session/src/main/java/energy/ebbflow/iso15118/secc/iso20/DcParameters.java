package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.dc.BptDcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcCpdReqEnergyTransferModeGroup;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptDynamicDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptScheduledDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.DcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.DynamicDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.ScheduledDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.DynamicSeReqControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduledSeReqControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.SeReqControlMode;
import energy.ebbflow.iso15118.secc.EvseView.PowerEnvelope;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import java.util.Optional;

/** What a vehicle says of itself, taken from its messages into the domain, and looked at. */
public final class DcParameters {
  /** Below this a contact is safe to touch and the next step may begin (IEC 61851-23). */
  public static final double SAFE_VOLTS = 60;

  /** Below this no current flows (IEC 61851-23). */
  public static final double NO_CURRENT_AMPS = 1;

  private DcParameters() {}

  /**
   * Voltage of the cable check, V (IEC 61851-23:2023): 50 V above the vehicle up to 500 V, a tenth
   * above it beyond, never above the station.
   */
  public static double testVolts(VehicleState vehicle, PowerEnvelope station) {
    double highest = vehicle.voltsMax().orElse(station.voltsMax());
    return highest <= 500
        ? Math.min(Math.min(500, highest + 50), station.voltsMax())
        : Math.min(1.1 * highest, station.voltsMax());
  }

  /** From charge parameter discovery. */
  public static VehicleState report(DcCpdReqEnergyTransferModeGroup mode, VehicleState before) {
    VehicleReport report = new VehicleReport(before);
    switch (mode) {
      case DcCpdReqEnergyTransferMode dc -> {
        report.charge(
            dc.evMaximumChargePower(),
            dc.evMaximumChargeCurrent(),
            dc.evMaximumVoltage(),
            dc.evMinimumVoltage());
        report.targetSoc(dc.targetSoc());
        report.detail().least(watts(dc.evMinimumChargePower()), Optional.empty());
      }
      case BptDcCpdReqEnergyTransferMode bpt -> {
        report.charge(
            bpt.evMaximumChargePower(),
            bpt.evMaximumChargeCurrent(),
            bpt.evMaximumVoltage(),
            bpt.evMinimumVoltage());
        report.targetSoc(bpt.targetSoc());
        report.discharge(bpt.evMaximumDischargePower(), bpt.evMaximumDischargeCurrent());
        report
            .detail()
            .least(watts(bpt.evMinimumChargePower()), watts(bpt.evMinimumDischargePower()));
      }
    }
    return report.state();
  }

  /** From schedule exchange. */
  public static VehicleState report(SeReqControlMode mode, VehicleState before) {
    VehicleReport report = new VehicleReport(before);
    switch (mode) {
      case DynamicSeReqControlMode dynamic -> {
        report.departure(Optional.of(dynamic.departureTime()));
        report.minimumSoc(dynamic.minimumSoc());
        report.targetSoc(dynamic.targetSoc());
        report.energy(
            Optional.of(dynamic.evTargetEnergyRequest()),
            Optional.of(dynamic.evMaximumEnergyRequest()),
            Optional.of(dynamic.evMinimumEnergyRequest()));
        report
            .detail()
            .v2x(dynamic.evMaximumV2xEnergyRequest(), dynamic.evMinimumV2xEnergyRequest());
      }
      case ScheduledSeReqControlMode scheduled -> {
        report.departure(scheduled.departureTime());
        report.energy(
            scheduled.evTargetEnergyRequest(),
            scheduled.evMaximumEnergyRequest(),
            scheduled.evMinimumEnergyRequest());
      }
    }
    return report.state();
  }

  /** From a request of the charge loop. */
  public static VehicleState report(DcChargeLoopRequest request, VehicleState before) {
    VehicleReport report = new VehicleReport(before);
    report.display(request.displayParameters());
    switch (request.clReqControlMode()) {
      case DynamicDcClReqControlMode mode -> {
        report.steered();
        report.departure(mode.departureTime());
        report.energy(
            Optional.of(mode.evTargetEnergyRequest()),
            Optional.of(mode.evMaximumEnergyRequest()),
            Optional.of(mode.evMinimumEnergyRequest()));
        report.charge(
            mode.evMaximumChargePower(),
            mode.evMaximumChargeCurrent(),
            mode.evMaximumVoltage(),
            mode.evMinimumVoltage());
        report.detail().least(watts(mode.evMinimumChargePower()), Optional.empty());
      }
      case BptDynamicDcClReqControlMode mode -> {
        report.steered();
        report.departure(mode.departureTime());
        report.energy(
            Optional.of(mode.evTargetEnergyRequest()),
            Optional.of(mode.evMaximumEnergyRequest()),
            Optional.of(mode.evMinimumEnergyRequest()));
        report.charge(
            mode.evMaximumChargePower(),
            mode.evMaximumChargeCurrent(),
            mode.evMaximumVoltage(),
            mode.evMinimumVoltage());
        report.discharge(mode.evMaximumDischargePower(), mode.evMaximumDischargeCurrent());
        report
            .detail()
            .least(watts(mode.evMinimumChargePower()), watts(mode.evMinimumDischargePower()));
        report.detail().v2x(mode.evMaximumV2xEnergyRequest(), mode.evMinimumV2xEnergyRequest());
      }
      case ScheduledDcClReqControlMode mode -> {
        report.energy(
            mode.evTargetEnergyRequest(),
            mode.evMaximumEnergyRequest(),
            mode.evMinimumEnergyRequest());
        report.target(mode.evTargetVoltage(), mode.evTargetCurrent());
        report.chargeIfGiven(
            mode.evMaximumChargePower(),
            mode.evMaximumChargeCurrent(),
            mode.evMaximumVoltage(),
            mode.evMinimumVoltage());
        report
            .detail()
            .least(mode.evMinimumChargePower().map(RationalNumber::toDouble), Optional.empty());
      }
      case BptScheduledDcClReqControlMode mode -> {
        report.energy(
            mode.evTargetEnergyRequest(),
            mode.evMaximumEnergyRequest(),
            mode.evMinimumEnergyRequest());
        report.target(mode.evTargetVoltage(), mode.evTargetCurrent());
        report.chargeIfGiven(
            mode.evMaximumChargePower(),
            mode.evMaximumChargeCurrent(),
            mode.evMaximumVoltage(),
            mode.evMinimumVoltage());
        report.dischargeIfGiven(mode.evMaximumDischargePower(), mode.evMaximumDischargeCurrent());
        report
            .detail()
            .least(
                mode.evMinimumChargePower().map(RationalNumber::toDouble),
                mode.evMinimumDischargePower().map(RationalNumber::toDouble));
      }
    }
    return report.state();
  }

  /** Whether a request of the loop belongs to what was selected. */
  public static boolean matches(DcClReqControlMode mode, Selection selection) {
    boolean bidirectional = selection.service().bidirectional();
    return switch (mode) {
      case DynamicDcClReqControlMode dc ->
          selection.mode() == ControlMode.DYNAMIC && !bidirectional;
      case BptDynamicDcClReqControlMode bpt ->
          selection.mode() == ControlMode.DYNAMIC && bidirectional;
      case ScheduledDcClReqControlMode dc ->
          selection.mode() == ControlMode.SCHEDULED && !bidirectional;
      case BptScheduledDcClReqControlMode bpt ->
          selection.mode() == ControlMode.SCHEDULED && bidirectional;
    };
  }

  /** What is wrong with a vehicle's limits; empty where we can work with them. */
  public static Optional<String> objection(VehicleState vehicle, PowerEnvelope station) {
    Optional<String> negative = negativeLimit(vehicle);
    if (negative.isPresent()) {
      return negative;
    }
    double voltsMax = vehicle.voltsMax().orElse(0d);
    double voltsMin = vehicle.voltsMin().orElse(0d);
    if (voltsMax <= 0 || voltsMin > voltsMax) {
      return Optional.of("vehicle's voltage range is " + voltsMin + " to " + voltsMax + " V");
    }
    if (voltsMax < station.voltsMin() || voltsMin > station.voltsMax()) {
      return Optional.of(
          String.format(
              java.util.Locale.ROOT,
              "vehicle needs %.0f to %.0f V, the station gives %.0f to %.0f V",
              voltsMin,
              voltsMax,
              station.voltsMin(),
              station.voltsMax()));
    }
    return Optional.empty();
  }

  /** Names a limit that is below zero, as no limit may be. */
  public static Optional<String> negativeLimit(VehicleState vehicle) {
    return named("charge power", vehicle.chargeWattsMax())
        .or(() -> named("discharge power", vehicle.dischargeWattsMax()))
        .or(() -> named("charge current", vehicle.chargeAmpsMax()))
        .or(() -> named("discharge current", vehicle.dischargeAmpsMax()))
        .or(() -> named("maximum voltage", vehicle.voltsMax()))
        .or(() -> named("minimum voltage", vehicle.voltsMin()))
        .or(() -> named("target voltage", vehicle.targetVolts()));
  }

  private static Optional<Double> watts(RationalNumber number) {
    return Optional.of(number.toDouble());
  }

  private static Optional<String> named(String name, Optional<Double> value) {
    return value
        .filter(number -> number < 0)
        .map(number -> "vehicle's " + name + " is " + number + ", a limit is at least 0");
  }

  /** A number of the wire as ours. */
  public static double number(RationalNumber number) {
    return number.toDouble();
  }
}
