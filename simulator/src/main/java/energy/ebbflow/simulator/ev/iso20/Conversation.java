package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.EvInput;
import java.util.ArrayList;
import java.util.List;

/**
 * What all states of a conversation have in common: sending when it is due, patience, the checks of
 * every response, and the user's wish to stop.
 */
public final class Conversation {
  private Conversation() {}

  /** The conversation after an input. */
  public static Outcome step(Talk talk, EvInput input, EvContext context) {
    return switch (input) {
      case EvInput.Received received -> received(talk, received.message(), context);
      case EvInput.Undecodable wrong -> broken("undecodable answer: " + wrong.detail());
      case EvInput.LinkDown down -> broken("the link went down: " + down.reason());
      case EvInput.Tick _, EvInput.Found _, EvInput.NotFound _, EvInput.LinkUp _ ->
          tick(talk, context);
    };
  }

  private static Outcome tick(Talk talk, EvContext context) {
    if (talk.silent()) {
      return new Outcome.Talking(talk, List.of());
    }
    if (talk.awaiting()) {
      return context.nanos() >= talk.deadlineNanos()
          ? broken(
              talk.state().name()
                  + ": no answer within "
                  + talk.state().timeoutSeconds() * context.config().habits().patience()
                  + " s")
          : new Outcome.Talking(talk, List.of());
    }
    if (context.nanos() < talk.sendNanos() || !talk.state().mayAsk(context)) {
      return new Outcome.Talking(talk, List.of());
    }
    return ask(talk, context, List.of());
  }

  private static Outcome ask(Talk talk, EvContext context, List<EvEffect> before) {
    V2gMessage request = talk.state().request(talk, context);
    long patience =
        EvContext.nanosOf(talk.state().timeoutSeconds() * context.config().habits().patience());
    Talk sent = talk.sent(context.nanos() + patience);
    List<EvEffect> effects = new ArrayList<>(before);
    if (!talk.misbehaved() && context.config().misbehaviour().at(talk.state().name())) {
      Mischief mischief = Mischief.of(context.config().misbehaviour(), talk, request, context);
      effects.addAll(mischief.effects());
      return new Outcome.Talking(sent.misbehaving(mischief.fallsSilent()), List.copyOf(effects));
    }
    effects.add(new EvEffect.Send(request));
    return new Outcome.Talking(sent, List.copyOf(effects));
  }

  private static Outcome received(Talk talk, V2gMessage message, EvContext context) {
    if (talk.silent()) {
      return new Outcome.Talking(talk, List.of());
    }
    if (!talk.awaiting()) {
      return broken(
          talk.state().name() + ": " + message.getClass().getSimpleName() + " without a request");
    }
    if (message instanceof Iso20Response response) {
      if (response.responseCode().wireName().startsWith("FAILED")) {
        return broken(
            talk.state().name() + ": the charger says " + response.responseCode().wireName());
      }
      boolean known = !talk.sessionId().equals(Talk.NO_SESSION);
      if (known && !response.header().sessionId().equals(talk.sessionId())) {
        return broken(talk.state().name() + ": the answer belongs to another session");
      }
    }
    return follow(talk.state().answer(message, talk, context), talk, context);
  }

  private static Outcome follow(Turn turn, Talk talk, EvContext context) {
    return switch (turn) {
      case Turn.Again again -> again(again, talk, context);
      case Turn.On on -> on(on, context);
      case Turn.End end -> new Outcome.Ended(end.paused(), List.of(new EvEffect.CloseLink()));
      case Turn.Fail fail -> broken(fail.reason());
    };
  }

  private static Outcome again(Turn.Again again, Talk talk, EvContext context) {
    if (context.stopWanted() && mayStop(talk.state())) {
      return on(new Turn.On(talk, stopping(talk.state()), again.effects()), context);
    }
    Talk next = talk.again(again.state(), context.nanos() + EvContext.nanosOf(again.seconds()));
    return again.seconds() > 0
        ? new Outcome.Talking(next, again.effects())
        : askWhenPermitted(next, context, again.effects());
  }

  private static Outcome on(Turn.On on, EvContext context) {
    TalkState state = on.state();
    if (context.stopWanted() && mayStop(state)) {
      state = stopping(state);
    }
    Talk next = on.talk().to(state, context.nanos(), context.nanos());
    return askWhenPermitted(next, context, on.effects());
  }

  private static Outcome askWhenPermitted(Talk talk, EvContext context, List<EvEffect> effects) {
    return talk.state().mayAsk(context)
        ? ask(talk, context, effects)
        : new Outcome.Talking(talk, effects);
  }

  /** The end has its own order once it has begun, and there is none before a session exists. */
  private static boolean mayStop(TalkState state) {
    return switch (state) {
      case SupportedAppProtocol _,
          SessionSetup _,
          PowerDeliveryStop _,
          WeldingDetection _,
          SessionStop _ ->
          false;
      case AuthorizationSetup _,
          Authorize _,
          ServiceDiscovery _,
          ServiceDetail _,
          ServiceSelection _,
          ChargeParameterDiscovery _,
          ScheduleExchange _,
          CableCheck _,
          PreCharge _,
          PowerDeliveryStart _,
          ChargeLoop _ ->
          true;
    };
  }

  private static TalkState stopping(TalkState state) {
    return state.energised() ? new PowerDeliveryStop(false) : new SessionStop(false);
  }

  private static Outcome broken(String reason) {
    return new Outcome.Broken(reason, List.of(new EvEffect.CloseLink()));
  }
}
