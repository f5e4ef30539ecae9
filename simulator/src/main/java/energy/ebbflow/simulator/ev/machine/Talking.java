package energy.ebbflow.simulator.ev.machine;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.simulator.ev.iso20.Conversation;
import energy.ebbflow.simulator.ev.iso20.Outcome;
import energy.ebbflow.simulator.ev.iso20.Talk;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.EvInput;
import java.util.ArrayList;
import java.util.List;

/**
 * An ISO 15118-20 session.
 *
 * @param talk where it is
 * @param pilotLostNanos since when the pilot line carries no PWM, {@link #PILOT_IS_THERE} while it
 *     does
 */
public record Talking(Talk talk, long pilotLostNanos) implements EvPhase {
  /** PWM is on the line. */
  static final long PILOT_IS_THERE = Long.MAX_VALUE;

  /** Loss of the pilot for this long ends the session in an emergency. */
  static final long PILOT_LOSS_NANOS = 100_000_000;

  @Override
  public Move on(EvInput input, EvContext context) {
    boolean pwm = context.body().pilot() instanceof PilotSignal.Pwm;
    long lostSince = pwm ? PILOT_IS_THERE : Math.min(pilotLostNanos, context.nanos());
    if (!pwm && talk.state().needsPilot() && context.nanos() - lostSince >= PILOT_LOSS_NANOS) {
      return Parked.broken(after(), "the pilot signal was lost", context, new EvEffect.CloseLink());
    }
    return switch (Conversation.step(talk, input, context)) {
      case Outcome.Talking on -> new Move(new Talking(on.talk(), lostSince), on.effects());
      case Outcome.Ended end -> ended(end, context);
      case Outcome.Broken broken -> broken(broken, context);
    };
  }

  private static Move ended(Outcome.Ended end, EvContext context) {
    List<EvEffect> effects = new ArrayList<>(end.effects());
    effects.add(new EvEffect.Ready(false));
    return new Move(new Parked(Parked.Why.ENDED, context.nanos(), false), List.copyOf(effects));
  }

  private Move broken(Outcome.Broken broken, EvContext context) {
    return Parked.broken(
        after(), broken.reason(), context, broken.effects().toArray(EvEffect[]::new));
  }

  private Parked.Why after() {
    return talk.silent() ? Parked.Why.MUTE : Parked.Why.BROKEN;
  }

  @Override
  public String name() {
    return talk.state().name();
  }

  @Override
  public String timelinePhase() {
    return talk.state().phase();
  }
}
