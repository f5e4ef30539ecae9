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
import energy.ebbflow.iso15118.secc.Outlook.AcOutlook;
import energy.ebbflow.iso15118.secc.PhaseValues;
import java.util.Optional;

/**
 * The station's AC limits and its target on the wire. Limits are those of all phases together: the
 * elements for L2 and L3 are left out, and the first one is the sum then. Targets and present
 * values are told by phase where the station knows them by phase.
 */
public final class AcLimits {
  private static final RationalNumber ZERO = RationalNumber.of(0);
  private static final Optional<RationalNumber> SUM = Optional.empty();

  private AcLimits() {}

  /** One quantity as three elements of a message. */
  private record Phases(
      Optional<RationalNumber> l1, Optional<RationalNumber> l2, Optional<RationalNumber> l3) {
    private static final Phases NONE =
        new Phases(Optional.empty(), Optional.empty(), Optional.empty());

    static Phases of(Optional<PhaseValues> values) {
      return values
          .map(
              v ->
                  new Phases(
                      Optional.of(WireNumbers.watts(v.l1())),
                      v.l2().map(WireNumbers::watts),
                      v.l3().map(WireNumbers::watts)))
          .orElse(NONE);
    }

    /** Rounded towards zero: a rounded target is never above a limit. Discharge is negative. */
    static Phases target(PhaseValues values) {
      return new Phases(
          Optional.of(towardsZero(values.l1())),
          values.l2().map(Phases::towardsZero),
          values.l3().map(Phases::towardsZero));
    }

    private static RationalNumber towardsZero(double watts) {
      RationalNumber magnitude = WireNumbers.wattsLimit(Math.abs(watts));
      return watts < 0 ? new RationalNumber(magnitude.exponent(), -magnitude.value()) : magnitude;
    }
  }

  /** Limits of the whole session, for charge parameter discovery. */
  public static AcCpdResEnergyTransferModeGroup discovery(Turn turn, boolean bidirectional) {
    PowerEnvelope limits = turn.limits();
    RationalNumber charge = WireNumbers.wattsLimit(limits.chargeWattsMax());
    RationalNumber hertz = RationalNumber.of(turn.config().ac().nominalHertz());
    Phases now = Phases.of(outlook(turn).flatMap(AcOutlook::presentWatts));
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
          now.l1,
          now.l2,
          now.l3);
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
        now.l1,
        now.l2,
        now.l3,
        WireNumbers.wattsLimit(limits.dischargeWattsMax()),
        SUM,
        SUM,
        ZERO,
        SUM,
        SUM);
  }

  /** Frequency the vehicle shall hold. */
  public static Optional<RationalNumber> targetFrequency(Turn turn) {
    return outlook(turn).flatMap(AcOutlook::targetHertz).map(WireNumbers::hertz);
  }

  /** Target of this moment, for a response in the charge loop; bounded by the limits. */
  public static AcClResControlMode loop(Turn turn, Selection selection) {
    boolean bidirectional = selection.service().bidirectional();
    Phases watts = Phases.target(target(turn, bidirectional));
    Phases vars = Phases.of(outlook(turn).flatMap(AcOutlook::targetVars));
    Phases now = Phases.of(outlook(turn).flatMap(AcOutlook::presentWatts));
    return switch (selection.mode()) {
      case DYNAMIC -> dynamic(Needs.of(turn), bidirectional, watts, vars, now);
      // The vehicle follows its schedule; a target below it is a limit of this moment.
      case SCHEDULED ->
          bidirectional
              ? new BptScheduledAcClResControlMode(
                  watts.l1, watts.l2, watts.l3, vars.l1, vars.l2, vars.l3, now.l1, now.l2, now.l3)
              : new ScheduledAcClResControlMode(
                  watts.l1, watts.l2, watts.l3, vars.l1, vars.l2, vars.l3, now.l1, now.l2, now.l3);
    };
  }

  private static AcClResControlMode dynamic(
      Needs needs, boolean bidirectional, Phases watts, Phases vars, Phases now) {
    RationalNumber first = watts.l1.orElse(ZERO);
    return bidirectional
        ? new BptDynamicAcClResControlMode(
            needs.departure(),
            needs.minimumSoc(),
            needs.targetSoc(),
            needs.ackMaxDelay(),
            first,
            watts.l2,
            watts.l3,
            vars.l1,
            vars.l2,
            vars.l3,
            now.l1,
            now.l2,
            now.l3)
        : new DynamicAcClResControlMode(
            needs.departure(),
            needs.minimumSoc(),
            needs.targetSoc(),
            needs.ackMaxDelay(),
            first,
            watts.l2,
            watts.l3,
            vars.l1,
            vars.l2,
            vars.l3,
            now.l1,
            now.l2,
            now.l3);
  }

  /** The set-point, by phase where the station steers phases, within the limits of the moment. */
  private static PhaseValues target(Turn turn, boolean bidirectional) {
    PowerEnvelope limits = turn.limits();
    double most = limits.chargeWattsMax();
    double least = bidirectional ? limits.dischargeWattsMax() : 0;
    Optional<PhaseValues> phases = outlook(turn).flatMap(AcOutlook::targetWatts);
    if (phases.isEmpty()) {
      return PhaseValues.total(Math.clamp(turn.view().targetWatts(), -least, most));
    }
    // The phases of one direction together are bounded: one that takes does not excuse another
    // that gives.
    PhaseValues wanted = phases.get();
    double taking = share(most, wanted.map(watts -> Math.max(watts, 0)).sum());
    double giving = share(least, wanted.map(watts -> Math.max(-watts, 0)).sum());
    return wanted.map(watts -> watts > 0 ? watts * taking : watts * giving);
  }

  private static double share(double limit, double wanted) {
    return wanted <= limit ? 1 : limit / wanted;
  }

  private static Optional<AcOutlook> outlook(Turn turn) {
    return turn.view().outlook().ac();
  }
}
