package energy.ebbflow.iec61851.tolerance;

import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.PauseCause;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.Reason;
import java.util.Optional;

/**
 * PWM is on offer with the wanted current, or with the vehicle's minimum.
 *
 * @param since when this phase began
 * @param drew whether the vehicle has drawn current in this phase
 * @param below whether the wanted current is below the minimum
 * @param belowSince since when {@code below} has its value
 * @param idle whether the vehicle draws nothing although it is offered its minimum
 * @param idleSince since when {@code idle} has its value
 * @param stopped whether the vehicle had gone idle before the offer went down to the minimum: then
 *     it has ended for a reason of its own
 * @param rested whether charging has just resumed from a pause
 */
record Charging(
    long since,
    boolean drew,
    boolean below,
    long belowSince,
    boolean idle,
    long idleSince,
    boolean stopped,
    boolean rested)
    implements Phase {

  static Charging fresh(long now) {
    return new Charging(now, false, false, now, false, now, false, false);
  }

  static Charging resumed(long now) {
    return new Charging(now, true, false, now, false, now, false, true);
  }

  @Override
  public Phase next(Outbox out) {
    Situation s = out.situation();
    if (!s.connected()) {
      return new Inactive();
    }
    Charging seen = observe(s);
    boolean atStart = atStart(s);
    if (s.hardPause()) {
      return atStart
          ? Pausing.atStart(PauseCause.HARD_LIMIT, out)
          : Pausing.begin(PauseCause.HARD_LIMIT, seen.counts(s), out);
    }
    if (seen.below && seen.reasonToCharge(s).isEmpty()) {
      if (atStart && !seen.drew) {
        return Pausing.atStart(PauseCause.REQUEST, out);
      }
      boolean counts = seen.counts(s);
      boolean test = counts && s.wouldBeTest();
      return Pausing.begin(test ? PauseCause.TEST : PauseCause.REQUEST, counts, out);
    }
    if (seen.refuses(s)) {
      out.session(s.session().hasSearched());
      return Seeking.begin(s);
    }
    return seen;
  }

  /** Nothing has been on offer yet. */
  private boolean atStart(Situation s) {
    return since == s.now() && !rested;
  }

  private Charging observe(Situation s) {
    // Some vehicles are in state C before anything is on offer: that alone is no current.
    boolean drawing = s.drawing() && !(atStart(s) && s.line().drawnAmps().isEmpty());
    boolean isBelow = s.belowMinimum();
    boolean atMinimum = s.wantedAmps() <= s.minimumAmps();
    // Idle begins when it stops drawing; whether above or at the minimum is remembered.
    boolean isIdle = !drawing;
    boolean hasStopped = isIdle && (idle ? stopped : drew && !atMinimum);
    return new Charging(
        since,
        drew || drawing,
        isBelow,
        isBelow == below ? belowSince : s.now(),
        isIdle,
        isIdle == idle ? idleSince : s.now(),
        hasStopped,
        rested);
  }

  /** Whether a pause now interrupts anything. A vehicle that does not draw cannot be tested. */
  private boolean counts(Situation s) {
    return s.drawing();
  }

  /** Why the minimum is offered and not a pause. */
  private Optional<Reason> reasonToCharge(Situation s) {
    Optional<Reason> against = s.againstPause();
    if (against.isPresent()) {
      return against;
    }
    boolean held = s.secondsSince(belowSince) >= s.config().holdBeforePauseSeconds();
    boolean ran = !rested || s.secondsSince(since) >= s.config().minimumRunSeconds();
    // Before the vehicle has drawn anything there is nothing to protect by waiting.
    return drew && !(held && ran) ? Optional.of(Reason.HOLDING) : Optional.empty();
  }

  /** Whether the vehicle seems to want more than its minimum. */
  private boolean refuses(Situation s) {
    return idle
        && !stopped
        && !s.session().searched()
        && s.wantedAmps() <= s.minimumAmps()
        && s.secondsSince(idleSince) >= s.config().refusalSeconds()
        && Seeking.mayTry(s, s.minimumAmps() + 1);
  }

  @Override
  public PilotOffer offer(Situation s) {
    return new PilotOffer.Basic(s.chargingAmps());
  }

  @Override
  public Optional<Reason> reasonAbove(Situation s) {
    return s.belowMinimum() ? reasonToCharge(s) : Optional.empty();
  }
}
