package energy.ebbflow.iec61851.tolerance;

import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.iec61851.tolerance.Evidence.Outcome;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.Reason;
import java.util.Optional;

/**
 * PWM is on offer again and the vehicle shows whether it comes back by itself.
 *
 * @param since when PWM returned
 * @param pausedSeconds how long the pause was
 * @param counts whether the vehicle was drawing before, so that its return is evidence
 */
record Resuming(long since, long pausedSeconds, boolean counts) implements Phase {
  @Override
  public Phase next(Outbox out) {
    Situation s = out.situation();
    if (!s.connected()) {
      return new Inactive();
    }
    if (s.hardPause()) {
      // Nothing is concluded yet from a vehicle that had no time to answer.
      return Pausing.again(counts, out);
    }
    if (s.drawing()) {
      return cameBack(Outcome.RESUMED, out);
    }
    if (s.secondsSince(since) < s.config().resumeSeconds()) {
      return this;
    }
    // A vehicle that did not want energy before, and slept through one ladder, has ended.
    return counts || !s.session().climbed() ? Waking.begin(this, out) : new Asleep();
  }

  /** Notes that the vehicle draws current again, and how it came to that. */
  Phase cameBack(Outcome outcome, Outbox out) {
    Situation s = out.situation();
    long took = s.secondsSince(since);
    // A vehicle that comes by itself after a restart has resumed nothing that anybody saw.
    if (pausedSeconds > 0 || outcome == Outcome.WOKEN) {
      out.add(new MinimumCurrentEffect.Resumed(pausedSeconds, took));
    }
    out.session(s.session().withClimbed(false));
    conclude(outcome, took, out);
    return pausedSeconds > 0 || outcome == Outcome.WOKEN
        ? Charging.resumed(s.now())
        : Charging.fresh(s.now());
  }

  void conclude(Outcome outcome, long took, Outbox out) {
    if (!counts) {
      return;
    }
    Situation s = out.situation();
    Evidence piece = new Evidence(s.wall(), outcome, pausedSeconds, took, s.chargingAmps());
    out.learn(Learning.afterPause(s.known(), piece, s.session().survived(), s.config()));
    if (outcome == Outcome.RESUMED) {
      out.session(out.situation().session().hasSurvived());
    }
  }

  @Override
  public PilotOffer offer(Situation s) {
    return new PilotOffer.Basic(s.chargingAmps());
  }

  @Override
  public Optional<Reason> reasonAbove(Situation s) {
    return s.belowMinimum() ? Optional.of(Reason.RESUMING) : Optional.empty();
  }
}
