package energy.ebbflow.simulator.ev.machine;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.EvInput;
import energy.ebbflow.simulator.ev.model.PausedSession;
import energy.ebbflow.simulator.ev.model.UserWish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plugged in, and nothing more to do. A broken session may be tried again when the station has
 * taken the pilot signal away and offers it anew; a session that ended as agreed stays ended.
 *
 * @param why what brought it here
 * @param sinceNanos since when
 * @param pilotWasOff the station has withdrawn the signal since
 * @param paused the session that may be joined again
 */
public record Parked(Why why, long sinceNanos, boolean pilotWasOff, Optional<PausedSession> paused)
    implements EvPhase {
  /** What brought the vehicle here. */
  public enum Why {
    /** The session ended as agreed, or the user stopped. */
    ENDED,
    /** The session broke. */
    BROKEN,
    /** The session broke because the vehicle fell silent: it never tries again. */
    MUTE
  }

  /** A current below this does not hurt the contactor, A. */
  static final double COLD_AMPS = 5;

  /** After this the contactor opens whatever flows. */
  static final long OPEN_ANYWAY_NANOS = 500_000_000;

  /** Back to state B at once, which makes the station open; the vehicle's contactor follows. */
  static Move broken(String reason, EvContext context, EvEffect... first) {
    return broken(Why.BROKEN, reason, context, first);
  }

  static Move broken(Why why, String reason, EvContext context, EvEffect... first) {
    List<EvEffect> effects = new ArrayList<>(List.of(first));
    effects.add(new EvEffect.Ready(false));
    effects.add(new EvEffect.Allow(0));
    effects.add(new EvEffect.Note("session broke: " + reason));
    return new Move(
        new Parked(why, context.nanos(), false, Optional.empty()), List.copyOf(effects));
  }

  /** A paused vehicle comes back when the station, having slept, calls it with 5 %. */
  private Move rest(EvContext context) {
    boolean off = !(context.body().pilot() instanceof PilotSignal.Pwm);
    if (pilotWasOff && context.digital() && context.wish() == UserWish.CHARGE) {
      return Move.to(Plugged.waiting(context.nanos(), false));
    }
    return Move.stay(new Parked(why, sinceNanos, pilotWasOff || off, paused));
  }

  @Override
  public Move on(EvInput input, EvContext context) {
    boolean cold = Math.abs(context.body().inletAmps()) < COLD_AMPS;
    boolean anyway = context.nanos() - sinceNanos >= OPEN_ANYWAY_NANOS;
    if (context.body().contactorClosed() && (cold || anyway)) {
      return Move.to(this, new EvEffect.Contactor(false));
    }
    if (paused.isPresent()) {
      return rest(context);
    }
    boolean off = !(context.body().pilot() instanceof PilotSignal.Pwm);
    if (why == Why.BROKEN && pilotWasOff && !off && !context.stopWanted()) {
      return Move.to(Plugged.waiting(context.nanos(), false));
    }
    boolean charges = context.config().body().onboardCharger().isPresent();
    if (why == Why.BROKEN && charges && context.pilotAmps() > 0 && !context.stopWanted()) {
      return Move.to(BasicCharging.waiting(context.nanos()));
    }
    return Move.stay(new Parked(why, sinceNanos, pilotWasOff || off, paused));
  }
}
