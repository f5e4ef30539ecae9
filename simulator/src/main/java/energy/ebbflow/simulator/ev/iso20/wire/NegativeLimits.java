package energy.ebbflow.simulator.ev.iso20.wire;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.ac.AcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.ac.AcCpdReqEnergyTransferModeGroup;
import energy.ebbflow.iso15118.message.iso20.ac.BptAcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.AcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptDynamicAcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptScheduledAcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.DynamicAcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.ScheduledAcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.BptDcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcCpdReqEnergyTransferModeGroup;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptDynamicDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptScheduledDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.DcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.DynamicDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.ScheduledDcClReqControlMode;
import java.util.Optional;

/** Turns the highest limits of a request round, for a vehicle that misbehaves. */
public final class NegativeLimits {
  private NegativeLimits() {}

  /** The request with negative limits; one that has none as it is. */
  public static V2gMessage of(V2gMessage request) {
    return switch (request) {
      case DcChargeLoopRequest loop ->
          new DcChargeLoopRequest(
              loop.header(),
              loop.displayParameters(),
              loop.meterInfoRequested(),
              loop.evPresentVoltage(),
              dc(loop.clReqControlMode()));
      case DcChargeParameterDiscoveryRequest discovery ->
          new DcChargeParameterDiscoveryRequest(
              discovery.header(), dc(discovery.dcCpdReqEnergyTransferMode()));
      case AcChargeLoopRequest loop ->
          new AcChargeLoopRequest(
              loop.header(),
              loop.displayParameters(),
              loop.meterInfoRequested(),
              ac(loop.clReqControlMode()));
      case AcChargeParameterDiscoveryRequest discovery ->
          new AcChargeParameterDiscoveryRequest(
              discovery.header(), ac(discovery.acCpdReqEnergyTransferMode()));
      default -> request;
    };
  }

  private static DcCpdReqEnergyTransferModeGroup dc(DcCpdReqEnergyTransferModeGroup mode) {
    return switch (mode) {
      case DcCpdReqEnergyTransferMode m ->
          new DcCpdReqEnergyTransferMode(
              minus(m.evMaximumChargePower()),
              m.evMinimumChargePower(),
              minus(m.evMaximumChargeCurrent()),
              m.evMinimumChargeCurrent(),
              m.evMaximumVoltage(),
              m.evMinimumVoltage(),
              m.targetSoc());
      case BptDcCpdReqEnergyTransferMode m ->
          new BptDcCpdReqEnergyTransferMode(
              minus(m.evMaximumChargePower()),
              m.evMinimumChargePower(),
              minus(m.evMaximumChargeCurrent()),
              m.evMinimumChargeCurrent(),
              m.evMaximumVoltage(),
              m.evMinimumVoltage(),
              m.targetSoc(),
              minus(m.evMaximumDischargePower()),
              m.evMinimumDischargePower(),
              minus(m.evMaximumDischargeCurrent()),
              m.evMinimumDischargeCurrent());
    };
  }

  private static DcClReqControlMode dc(DcClReqControlMode mode) {
    return switch (mode) {
      case DynamicDcClReqControlMode m ->
          new DynamicDcClReqControlMode(
              m.departureTime(),
              m.evTargetEnergyRequest(),
              m.evMaximumEnergyRequest(),
              m.evMinimumEnergyRequest(),
              minus(m.evMaximumChargePower()),
              m.evMinimumChargePower(),
              minus(m.evMaximumChargeCurrent()),
              m.evMaximumVoltage(),
              m.evMinimumVoltage());
      case BptDynamicDcClReqControlMode m ->
          new BptDynamicDcClReqControlMode(
              m.departureTime(),
              m.evTargetEnergyRequest(),
              m.evMaximumEnergyRequest(),
              m.evMinimumEnergyRequest(),
              minus(m.evMaximumChargePower()),
              m.evMinimumChargePower(),
              minus(m.evMaximumChargeCurrent()),
              m.evMaximumVoltage(),
              m.evMinimumVoltage(),
              minus(m.evMaximumDischargePower()),
              m.evMinimumDischargePower(),
              minus(m.evMaximumDischargeCurrent()),
              m.evMaximumV2xEnergyRequest(),
              m.evMinimumV2xEnergyRequest());
      case ScheduledDcClReqControlMode m ->
          new ScheduledDcClReqControlMode(
              m.evTargetEnergyRequest(),
              m.evMaximumEnergyRequest(),
              m.evMinimumEnergyRequest(),
              minus(m.evTargetCurrent()),
              m.evTargetVoltage(),
              minus(m.evMaximumChargePower()),
              m.evMinimumChargePower(),
              minus(m.evMaximumChargeCurrent()),
              m.evMaximumVoltage(),
              m.evMinimumVoltage());
      case BptScheduledDcClReqControlMode m ->
          new BptScheduledDcClReqControlMode(
              m.evTargetEnergyRequest(),
              m.evMaximumEnergyRequest(),
              m.evMinimumEnergyRequest(),
              minus(m.evTargetCurrent()),
              m.evTargetVoltage(),
              minus(m.evMaximumChargePower()),
              m.evMinimumChargePower(),
              minus(m.evMaximumChargeCurrent()),
              m.evMaximumVoltage(),
              m.evMinimumVoltage(),
              minus(m.evMaximumDischargePower()),
              m.evMinimumDischargePower(),
              minus(m.evMaximumDischargeCurrent()));
    };
  }

  private static AcCpdReqEnergyTransferModeGroup ac(AcCpdReqEnergyTransferModeGroup mode) {
    return switch (mode) {
      case AcCpdReqEnergyTransferMode m ->
          new AcCpdReqEnergyTransferMode(
              minus(m.evMaximumChargePower()),
              minus(m.evMaximumChargePowerL2()),
              minus(m.evMaximumChargePowerL3()),
              m.evMinimumChargePower(),
              m.evMinimumChargePowerL2(),
              m.evMinimumChargePowerL3());
      case BptAcCpdReqEnergyTransferMode m ->
          new BptAcCpdReqEnergyTransferMode(
              minus(m.evMaximumChargePower()),
              minus(m.evMaximumChargePowerL2()),
              minus(m.evMaximumChargePowerL3()),
              m.evMinimumChargePower(),
              m.evMinimumChargePowerL2(),
              m.evMinimumChargePowerL3(),
              minus(m.evMaximumDischargePower()),
              minus(m.evMaximumDischargePowerL2()),
              minus(m.evMaximumDischargePowerL3()),
              m.evMinimumDischargePower(),
              m.evMinimumDischargePowerL2(),
              m.evMinimumDischargePowerL3());
    };
  }

  private static AcClReqControlMode ac(AcClReqControlMode mode) {
    return switch (mode) {
      case DynamicAcClReqControlMode m ->
          new DynamicAcClReqControlMode(
              m.departureTime(),
              m.evTargetEnergyRequest(),
              m.evMaximumEnergyRequest(),
              m.evMinimumEnergyRequest(),
              minus(m.evMaximumChargePower()),
              minus(m.evMaximumChargePowerL2()),
              minus(m.evMaximumChargePowerL3()),
              m.evMinimumChargePower(),
              m.evMinimumChargePowerL2(),
              m.evMinimumChargePowerL3(),
              m.evPresentActivePower(),
              m.evPresentActivePowerL2(),
              m.evPresentActivePowerL3(),
              m.evPresentReactivePower(),
              m.evPresentReactivePowerL2(),
              m.evPresentReactivePowerL3());
      case BptDynamicAcClReqControlMode m ->
          new BptDynamicAcClReqControlMode(
              m.departureTime(),
              m.evTargetEnergyRequest(),
              m.evMaximumEnergyRequest(),
              m.evMinimumEnergyRequest(),
              minus(m.evMaximumChargePower()),
              minus(m.evMaximumChargePowerL2()),
              minus(m.evMaximumChargePowerL3()),
              m.evMinimumChargePower(),
              m.evMinimumChargePowerL2(),
              m.evMinimumChargePowerL3(),
              m.evPresentActivePower(),
              m.evPresentActivePowerL2(),
              m.evPresentActivePowerL3(),
              m.evPresentReactivePower(),
              m.evPresentReactivePowerL2(),
              m.evPresentReactivePowerL3(),
              minus(m.evMaximumDischargePower()),
              minus(m.evMaximumDischargePowerL2()),
              minus(m.evMaximumDischargePowerL3()),
              m.evMinimumDischargePower(),
              m.evMinimumDischargePowerL2(),
              m.evMinimumDischargePowerL3(),
              m.evMaximumV2xEnergyRequest(),
              m.evMinimumV2xEnergyRequest());
      case ScheduledAcClReqControlMode m ->
          new ScheduledAcClReqControlMode(
              m.evTargetEnergyRequest(),
              m.evMaximumEnergyRequest(),
              m.evMinimumEnergyRequest(),
              minus(m.evMaximumChargePower()),
              minus(m.evMaximumChargePowerL2()),
              minus(m.evMaximumChargePowerL3()),
              m.evMinimumChargePower(),
              m.evMinimumChargePowerL2(),
              m.evMinimumChargePowerL3(),
              m.evPresentActivePower(),
              m.evPresentActivePowerL2(),
              m.evPresentActivePowerL3(),
              m.evPresentReactivePower(),
              m.evPresentReactivePowerL2(),
              m.evPresentReactivePowerL3());
      case BptScheduledAcClReqControlMode m ->
          new BptScheduledAcClReqControlMode(
              m.evTargetEnergyRequest(),
              m.evMaximumEnergyRequest(),
              m.evMinimumEnergyRequest(),
              minus(m.evMaximumChargePower()),
              minus(m.evMaximumChargePowerL2()),
              minus(m.evMaximumChargePowerL3()),
              m.evMinimumChargePower(),
              m.evMinimumChargePowerL2(),
              m.evMinimumChargePowerL3(),
              m.evPresentActivePower(),
              m.evPresentActivePowerL2(),
              m.evPresentActivePowerL3(),
              m.evPresentReactivePower(),
              m.evPresentReactivePowerL2(),
              m.evPresentReactivePowerL3(),
              minus(m.evMaximumDischargePower()),
              minus(m.evMaximumDischargePowerL2()),
              minus(m.evMaximumDischargePowerL3()),
              m.evMinimumDischargePower(),
              m.evMinimumDischargePowerL2(),
              m.evMinimumDischargePowerL3());
    };
  }

  private static RationalNumber minus(RationalNumber number) {
    return new RationalNumber(number.exponent(), -number.value());
  }

  private static Optional<RationalNumber> minus(Optional<RationalNumber> number) {
    return number.map(NegativeLimits::minus);
  }
}
