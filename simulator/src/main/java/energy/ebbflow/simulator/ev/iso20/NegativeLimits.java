package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.dc.BptDcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptDynamicDcClReqControlMode;
import java.util.Optional;

/** Turns the limits of a request round, for a vehicle that misbehaves. */
final class NegativeLimits {
  private NegativeLimits() {}

  /** The request with negative limits; one that has none as it is. */
  static V2gMessage of(V2gMessage request) {
    return switch (request) {
      case DcChargeLoopRequest loop
          when loop.clReqControlMode() instanceof BptDynamicDcClReqControlMode mode ->
          new DcChargeLoopRequest(
              loop.header(),
              loop.displayParameters(),
              loop.meterInfoRequested(),
              loop.evPresentVoltage(),
              negative(mode));
      case DcChargeParameterDiscoveryRequest discovery
          when discovery.dcCpdReqEnergyTransferMode() instanceof BptDcCpdReqEnergyTransferMode m ->
          new DcChargeParameterDiscoveryRequest(discovery.header(), negative(m));
      default -> request;
    };
  }

  private static BptDcCpdReqEnergyTransferMode negative(BptDcCpdReqEnergyTransferMode m) {
    return new BptDcCpdReqEnergyTransferMode(
        minus(m.evMaximumChargePower()),
        minus(m.evMinimumChargePower()),
        minus(m.evMaximumChargeCurrent()),
        minus(m.evMinimumChargeCurrent()),
        m.evMaximumVoltage(),
        m.evMinimumVoltage(),
        m.targetSoc(),
        minus(m.evMaximumDischargePower()),
        minus(m.evMinimumDischargePower()),
        minus(m.evMaximumDischargeCurrent()),
        minus(m.evMinimumDischargeCurrent()));
  }

  private static BptDynamicDcClReqControlMode negative(BptDynamicDcClReqControlMode m) {
    return new BptDynamicDcClReqControlMode(
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
        Optional.empty(),
        Optional.empty());
  }

  private static RationalNumber minus(RationalNumber number) {
    return new RationalNumber(number.exponent(), -number.value());
  }
}
