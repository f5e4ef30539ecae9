package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.ac.AcCpdResEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.ac.AcCpdResEnergyTransferModeGroup;
import energy.ebbflow.iso15118.message.iso20.ac.BptAcCpdResEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.AcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptDynamicAcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptScheduledAcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.DynamicAcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.ScheduledAcClResControlMode;
import energy.ebbflow.iso15118.secc.EvseView.PowerEnvelope;
import java.util.Optional;

/**
 * The station's AC limits and its target on the wire. Powers are those of all phases together: the
 * elements for L2 and L3 are left out, and the first one is the sum then.
 */
public final class AcLimits {
  private static final RationalNumber ZERO = RationalNumber.of(0);
  private static final Optional<RationalNumber> SUM = Optional.empty();

  private AcLimits() {}

  /** Limits of the whole session, for charge parameter discovery. */
  public static AcCpdResEnergyTransferModeGroup discovery(Turn turn, boolean bidirectional) {
    PowerEnvelope limits = turn.view().envelope();
    RationalNumber charge = WireNumbers.wattsLimit(limits.chargeWattsMax());
    RationalNumber hertz = RationalNumber.of(turn.config().ac().nominalHertz());
    if (!bidirectional) {
      return new AcCpdResEnergyTransferMode(
          charge,
          SUM,
          SUM,
          ZERO,
          SUM,
          SUM,
          hertz,
          Optional.empty(),
          Optional.empty(),
          SUM,
          SUM,
          SUM);
    }
    return new BptAcCpdResEnergyTransferMode(
        charge,
        SUM,
        SUM,
        ZERO,
        SUM,
        SUM,
        hertz,
        Optional.empty(),
        Optional.empty(),
        SUM,
        SUM,
        SUM,
        WireNumbers.wattsLimit(limits.dischargeWattsMax()),
        SUM,
        SUM,
        ZERO,
        SUM,
        SUM);
  }

  /** Target of this moment, for a response in the charge loop; bounded by the limits. */
  public static AcClResControlMode loop(Turn turn, Selection selection) {
    PowerEnvelope limits = turn.view().envelope();
    boolean bidirectional = selection.service().bidirectional();
    RationalNumber target = target(turn.view().targetWatts(), limits, bidirectional);
    return switch (selection.mode()) {
      case DYNAMIC ->
          bidirectional
              ? new BptDynamicAcClResControlMode(
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  target,
                  SUM,
                  SUM,
                  SUM,
                  SUM,
                  SUM,
                  SUM,
                  SUM,
                  SUM)
              : new DynamicAcClResControlMode(
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  target,
                  SUM,
                  SUM,
                  SUM,
                  SUM,
                  SUM,
                  SUM,
                  SUM,
                  SUM);
      // The vehicle follows its schedule; a target below it is a limit of this moment.
      case SCHEDULED ->
          bidirectional
              ? new BptScheduledAcClResControlMode(
                  Optional.of(target), SUM, SUM, SUM, SUM, SUM, SUM, SUM, SUM)
              : new ScheduledAcClResControlMode(
                  Optional.of(target), SUM, SUM, SUM, SUM, SUM, SUM, SUM, SUM);
    };
  }

  /** Rounded towards zero: a rounded target is never above a limit. Discharge is negative. */
  private static RationalNumber target(double watts, PowerEnvelope limits, boolean bidirectional) {
    double lowest = bidirectional ? -limits.dischargeWattsMax() : 0;
    double bounded = Math.clamp(watts, lowest, limits.chargeWattsMax());
    RationalNumber magnitude = WireNumbers.wattsLimit(Math.abs(bounded));
    return bounded < 0 ? new RationalNumber(magnitude.exponent(), -magnitude.value()) : magnitude;
  }
}
