package energy.ebbflow.iec61851.tolerance;

import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.Reason;
import java.util.Optional;

/**
 * Somebody else withholds the offer, because the phases are being changed. Nothing is learned from
 * it, since only vehicles go through it that somebody has vouched for; but who sleeps afterwards is
 * woken.
 *
 * @param since when it began
 * @param interrupted whether the vehicle was drawing
 */
record Withheld(long since, boolean interrupted) implements Phase {

  /** The offer is withheld from now on. */
  static Phase begin(Phase from, Outbox out) {
    return switch (from) {
      // Nothing is on offer, or nobody takes it.
      case Inactive inactive -> inactive;
      case Pausing pausing -> pausing;
      case Asleep asleep -> asleep;
      case Withheld withheld -> withheld;
      case Charging charging -> taken(out);
      case Seeking seeking -> taken(out);
      case Resuming resuming -> taken(out);
      case Waking waking -> taken(out);
    };
  }

  private static Phase taken(Outbox out) {
    Situation s = out.situation();
    boolean drew = s.drawing();
    if (drew) {
      // It is one of those that a vehicle bears only so often.
      out.session(s.session().interrupted());
    }
    return new Withheld(s.now(), drew);
  }

  /** The offer may be made again. */
  static Phase end(Phase from, Outbox out) {
    Situation s = out.situation();
    return switch (from) {
      case Withheld withheld -> new Resuming(s.now(), s.secondsSince(withheld.since()), false);
      // A pause ended meanwhile, but no vehicle could see it before now.
      case Resuming early -> new Resuming(s.now(), early.pausedSeconds(), early.counts());
      case Inactive inactive -> inactive;
      case Pausing pausing -> pausing;
      case Asleep asleep -> asleep;
      case Charging charging -> charging;
      case Seeking seeking -> seeking;
      case Waking waking -> waking;
    };
  }

  @Override
  public Phase next(Outbox out) {
    Situation s = out.situation();
    if (!s.connected()) {
      return new Inactive();
    }
    return s.hardPause() ? Pausing.again(interrupted, out) : this;
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
