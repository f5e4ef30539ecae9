package energy.ebbflow.simulator.ev.machine;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.simulator.ev.din.DinSession;
import energy.ebbflow.simulator.ev.iso2.Iso2Session;
import energy.ebbflow.simulator.ev.iso20.Iso20Session;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.EvInput;
import energy.ebbflow.simulator.ev.model.EvProtocol;
import energy.ebbflow.simulator.ev.sap.SapSession;
import energy.ebbflow.simulator.ev.talk.Conversation;
import energy.ebbflow.simulator.ev.talk.Outcome;
import energy.ebbflow.simulator.ev.talk.Start;
import energy.ebbflow.simulator.ev.talk.Talk;
import java.util.ArrayList;
import java.util.List;

/**
 * A conversation with the charger: first on which protocol, then in it.
 *
 * @param talk where it is
 * @param tls the link is encrypted
 * @param pilotLostNanos since when the pilot line carries no PWM, {@link #PILOT_IS_THERE} while it
 *     does
 */
public record Talking(Talk<?> talk, boolean tls, long pilotLostNanos) implements EvPhase {
  /** PWM is on the line. */
  static final long PILOT_IS_THERE = Long.MAX_VALUE;

  /** Loss of the pilot for this long ends the session in an emergency. */
  static final long PILOT_LOSS_NANOS = 100_000_000;

  static Talking begin(boolean tls, long nanos) {
    return new Talking(SapSession.begin(nanos), tls, PILOT_IS_THERE);
  }

  @Override
  public Move on(EvInput input, EvContext context) {
    boolean pwm = context.body().pilot() instanceof PilotSignal.Pwm;
    long lostSince = pwm ? PILOT_IS_THERE : Math.min(pilotLostNanos, context.nanos());
    if (!pwm && talk.state().needsPilot() && context.nanos() - lostSince >= PILOT_LOSS_NANOS) {
      return Parked.broken(after(), "the pilot signal was lost", context, new EvEffect.CloseLink());
    }
    return switch (Conversation.step(talk, input, context)) {
      case Outcome.Talking on -> new Move(new Talking(on.talk(), tls, lostSince), on.effects());
      case Outcome.Chosen chosen -> chosen(chosen.protocol(), lostSince, context);
      case Outcome.Ended end -> ended(end, context);
      case Outcome.Broken broken -> broken(broken, context);
    };
  }

  /** The conversation of a protocol begins, with SessionSetupReq. */
  private Move chosen(EvProtocol protocol, long lostSince, EvContext context) {
    Start start =
        new Start(
            protocol, tls, context.paused().filter(session -> session.protocol() == protocol));
    return switch (protocol) {
      case ISO20_DC, ISO20_AC -> go(Iso20Session.begin(start, context), lostSince, context);
      case ISO2 -> go(Iso2Session.begin(start, context.nanos()), lostSince, context);
      case DIN -> go(DinSession.begin(start, context.nanos()), lostSince, context);
    };
  }

  private Move go(Talk<?> begun, long lostSince, EvContext context) {
    return new Talking(begun, tls, lostSince).on(new EvInput.Tick(), context);
  }

  private static Move ended(Outcome.Ended end, EvContext context) {
    List<EvEffect> effects = new ArrayList<>(end.effects());
    effects.add(new EvEffect.Ready(false));
    return new Move(
        new Parked(Parked.Why.ENDED, context.nanos(), false, end.paused()), List.copyOf(effects));
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
