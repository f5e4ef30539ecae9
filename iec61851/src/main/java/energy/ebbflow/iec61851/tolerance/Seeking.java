package energy.ebbflow.iec61851.tolerance;

import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.iec61851.tolerance.Evidence.Outcome;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.PauseCause;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.Reason;
import java.util.Optional;

/**
 * The vehicle draws nothing at its minimum: a little more is offered, ampere by ampere. A vehicle
 * that is full draws nothing at any offer, so seeking costs nothing then.
 *
 * @param amps what is tried
 * @param since since when
 */
record Seeking(double amps, long since) implements Phase {
  private static final double STEP_AMPS = 1;

  static Seeking begin(Situation s) {
    return new Seeking(s.minimumAmps() + STEP_AMPS, s.now());
  }

  static boolean mayTry(Situation s, double amps) {
    return amps <= s.config().highestMinimumAmps() && amps <= s.demand().hardLimitAmps();
  }

  @Override
  public Phase next(Outbox out) {
    Situation s = out.situation();
    if (!s.connected()) {
      return new Inactive();
    }
    if (s.hardPause()) {
      return Pausing.begin(PauseCause.HARD_LIMIT, false, out);
    }
    if (s.demand().hardLimitAmps() < amps || s.wantedAmps() >= amps) {
      // More may not flow, or is wanted anyway.
      return Charging.fresh(s.now());
    }
    if (s.drawing()) {
      Evidence piece =
          new Evidence(s.wall(), Outcome.REFUSED_CURRENT, 0, s.secondsSince(since), amps);
      out.learn(Learning.afterRefusal(s.known(), piece));
      return Charging.fresh(s.now());
    }
    if (s.secondsSince(since) < s.config().refusalSeconds()) {
      return this;
    }
    double more = amps + STEP_AMPS;
    return mayTry(s, more) ? new Seeking(more, s.now()) : Charging.fresh(s.now());
  }

  @Override
  public PilotOffer offer(Situation s) {
    return new PilotOffer.Basic(amps);
  }

  @Override
  public Optional<Reason> reasonAbove(Situation s) {
    return Optional.of(Reason.SEEKING_MINIMUM);
  }
}
