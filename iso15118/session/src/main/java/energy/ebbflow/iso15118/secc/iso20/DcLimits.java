package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.dc.BptDcCpdResEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcCpdResEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcCpdResEnergyTransferModeGroup;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptDynamicDcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptScheduledDcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.DcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.DynamicDcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.ScheduledDcClResControlMode;
import energy.ebbflow.iso15118.secc.EvseView.PowerEnvelope;
import java.util.Optional;

/**
 * The station's limits on the wire. In the charge loop of dynamic control the power limits carry
 * the set-point: DC has no field for a target power, so the limit of the direction that is wanted
 * is the target, and that of the other direction is 0.
 */
public final class DcLimits {
  private static final RationalNumber ZERO = RationalNumber.of(0);

  private DcLimits() {}

  /** Limits of the whole session, for charge parameter discovery. */
  public static DcCpdResEnergyTransferModeGroup discovery(
      PowerEnvelope limits, boolean bidirectional) {
    if (!bidirectional) {
      return new DcCpdResEnergyTransferMode(
          WireNumbers.wattsLimit(limits.chargeWattsMax()),
          ZERO,
          WireNumbers.ampsLimit(limits.chargeAmpsMax()),
          ZERO,
          WireNumbers.voltsLimit(limits.voltsMax()),
          WireNumbers.volts(limits.voltsMin()),
          Optional.empty());
    }
    return new BptDcCpdResEnergyTransferMode(
        WireNumbers.wattsLimit(limits.chargeWattsMax()),
        ZERO,
        WireNumbers.ampsLimit(limits.chargeAmpsMax()),
        ZERO,
        WireNumbers.voltsLimit(limits.voltsMax()),
        WireNumbers.volts(limits.voltsMin()),
        Optional.empty(),
        WireNumbers.wattsLimit(limits.dischargeWattsMax()),
        ZERO,
        WireNumbers.ampsLimit(limits.dischargeAmpsMax()),
        ZERO);
  }

  /** Limits of this moment, for a response in the charge loop. */
  public static DcClResControlMode loop(Turn turn, Selection selection) {
    return switch (selection.mode()) {
      case DYNAMIC -> dynamic(turn, selection.service().bidirectional());
      case SCHEDULED -> scheduled(turn, selection.service().bidirectional());
    };
  }

  private static DcClResControlMode dynamic(Turn turn, boolean bidirectional) {
    PowerEnvelope limits = turn.limits();
    double target = turn.view().targetWatts();
    Needs needs = Needs.of(turn);
    RationalNumber charge =
        WireNumbers.wattsLimit(Math.min(Math.max(target, 0), limits.chargeWattsMax()));
    if (!bidirectional) {
      return new DynamicDcClResControlMode(
          needs.departure(),
          needs.minimumSoc(),
          needs.targetSoc(),
          needs.ackMaxDelay(),
          charge,
          ZERO,
          WireNumbers.ampsLimit(limits.chargeAmpsMax()),
          WireNumbers.voltsLimit(limits.voltsMax()));
    }
    return new BptDynamicDcClResControlMode(
        needs.departure(),
        needs.minimumSoc(),
        needs.targetSoc(),
        needs.ackMaxDelay(),
        charge,
        ZERO,
        WireNumbers.ampsLimit(limits.chargeAmpsMax()),
        WireNumbers.voltsLimit(limits.voltsMax()),
        WireNumbers.wattsLimit(Math.min(Math.max(-target, 0), limits.dischargeWattsMax())),
        ZERO,
        WireNumbers.ampsLimit(limits.dischargeAmpsMax()),
        WireNumbers.volts(limits.voltsMin()));
  }

  private static DcClResControlMode scheduled(Turn turn, boolean bidirectional) {
    PowerEnvelope limits = turn.limits();
    Optional<RationalNumber> charge = Optional.of(WireNumbers.wattsLimit(limits.chargeWattsMax()));
    Optional<RationalNumber> amps = Optional.of(WireNumbers.ampsLimit(limits.chargeAmpsMax()));
    Optional<RationalNumber> volts = Optional.of(WireNumbers.voltsLimit(limits.voltsMax()));
    if (!bidirectional) {
      return new ScheduledDcClResControlMode(charge, Optional.of(ZERO), amps, volts);
    }
    return new BptScheduledDcClResControlMode(
        charge,
        Optional.of(ZERO),
        amps,
        volts,
        Optional.of(WireNumbers.wattsLimit(limits.dischargeWattsMax())),
        Optional.of(ZERO),
        Optional.of(WireNumbers.ampsLimit(limits.dischargeAmpsMax())),
        Optional.of(WireNumbers.volts(limits.voltsMin())));
  }
}
