package energy.ebbflow.iec61851.tolerance;

import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.PauseCause;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.Reason;
import java.util.Optional;

/**
 * No PWM: the vehicle gets nothing.
 *
 * @param cause why
 * @param since when the pause began
 * @param interrupted whether the vehicle was drawing, so that its return is evidence
 * @param atStart whether nothing was on offer before in this session: there is nothing to hold for
 * @param above whether the wanted current is at or above the minimum again
 * @param aboveSince since when {@code above} has its value
 */
record Pausing(
    PauseCause cause,
    long since,
    boolean interrupted,
    boolean atStart,
    boolean above,
    long aboveSince)
    implements Phase {

  /** The session begins with it. */
  static Pausing atStart(PauseCause cause, Outbox out) {
    Situation s = out.situation();
    out.add(new MinimumCurrentEffect.Paused(cause));
    return new Pausing(cause, s.now(), false, true, false, s.now());
  }

  static Pausing begin(PauseCause cause, boolean interrupted, Outbox out) {
    Situation s = out.situation();
    out.add(new MinimumCurrentEffect.Paused(cause));
    if (interrupted) {
      out.session(s.session().interrupted());
    }
    return new Pausing(cause, s.now(), interrupted, false, false, s.now());
  }

  /** A hard limit while the vehicle was on its way back: it has still to come back afterwards. */
  static Pausing again(boolean interrupted, Outbox out) {
    Situation s = out.situation();
    out.add(new MinimumCurrentEffect.Paused(PauseCause.HARD_LIMIT));
    return new Pausing(PauseCause.HARD_LIMIT, s.now(), interrupted, false, false, s.now());
  }

  @Override
  public Phase next(Outbox out) {
    Situation s = out.situation();
    if (!s.connected()) {
      return new Inactive();
    }
    if (s.hardPause()) {
      // Whatever the pause began for, now it cannot end.
      boolean same = cause == PauseCause.HARD_LIMIT;
      if (!same) {
        out.add(new MinimumCurrentEffect.Paused(PauseCause.HARD_LIMIT));
      }
      return new Pausing(PauseCause.HARD_LIMIT, since, interrupted, atStart, false, s.now());
    }
    boolean isAbove = !s.belowMinimum();
    Pausing seen =
        new Pausing(
            cause, since, interrupted, atStart, isAbove, isAbove == above ? aboveSince : s.now());
    if (seen.isOver(s)) {
      return new Resuming(s.now(), s.secondsSince(since), interrupted);
    }
    return cause == PauseCause.HARD_LIMIT && seen.mayStay(s) ? seen.nowByRequest(out) : seen;
  }

  private boolean isOver(Situation s) {
    boolean held = atStart || s.secondsSince(aboveSince) >= s.config().holdBeforeResumeSeconds();
    boolean wanted = above && held;
    long paused = s.secondsSince(since);
    return switch (cause) {
      case TEST -> paused >= s.config().testPauseSeconds();
      case REQUEST -> wanted || interrupted && paused >= s.pauseLimitSeconds();
      // aboveSince is when the limit was lifted.
      case HARD_LIMIT -> wanted || s.belowMinimum() && !mayStay(s) && held;
    };
  }

  /** A vehicle that bears it stays paused when the hard limit is lifted and nothing is wanted. */
  private boolean mayStay(Situation s) {
    return s.belowMinimum()
        && s.againstPause().isEmpty()
        && !s.wouldBeTest()
        && !tooLong(s, s.secondsSince(since));
  }

  private Pausing nowByRequest(Outbox out) {
    out.add(new MinimumCurrentEffect.Paused(PauseCause.REQUEST));
    return new Pausing(PauseCause.REQUEST, since, interrupted, atStart, above, aboveSince);
  }

  private boolean tooLong(Situation s, long paused) {
    return interrupted && paused >= s.pauseLimitSeconds();
  }

  @Override
  public PilotOffer offer(Situation s) {
    return new PilotOffer.None();
  }

  @Override
  public Optional<Reason> reasonAbove(Situation s) {
    return Optional.empty();
  }
}
