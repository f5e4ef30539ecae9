package energy.ebbflow.simulator.ev.talk;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.EvInput;
import energy.ebbflow.simulator.ev.model.Misbehaviour;
import energy.ebbflow.simulator.ev.model.UserWish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all states of all conversations have in common: sending when it is due, patience, the checks
 * of every response, faults on order, and the user's wish to stop.
 */
public final class Conversation {
  private Conversation() {}

  /** The conversation after an input. */
  public static <S extends TalkSession<S>> Outcome step(
      Talk<S> talk, EvInput input, EvContext context) {
    return switch (input) {
      case EvInput.Received received -> received(talk, received.message(), context);
      case EvInput.Undecodable wrong -> broken("undecodable answer: " + wrong.detail());
      case EvInput.LinkDown down -> broken("the link went down: " + down.reason());
      case EvInput.Tick _, EvInput.Found _, EvInput.NotFound _, EvInput.LinkUp _ ->
          tick(talk, context);
    };
  }

  private static <S extends TalkSession<S>> Outcome tick(Talk<S> talk, EvContext context) {
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

  private static <S extends TalkSession<S>> Outcome ask(
      Talk<S> talk, EvContext context, List<EvEffect> before) {
    V2gMessage request = talk.state().request(talk, context);
    long patience =
        EvContext.nanosOf(talk.state().timeoutSeconds() * context.config().habits().patience());
    Talk<S> sent = talk.sent(context.nanos() + patience);
    List<EvEffect> effects = new ArrayList<>(before);
    Misbehaviour fault = context.config().misbehaviour();
    if (fault.number() > talk.misbehaved() && fault.at(talk.state().name())) {
      Mischief mischief = Mischief.of(fault, talk, request, context);
      effects.addAll(mischief.effects());
      return new Outcome.Talking(
          sent.misbehaving(fault.number(), mischief.fallsSilent()), List.copyOf(effects));
    }
    effects.add(new EvEffect.Send(request));
    return new Outcome.Talking(sent, List.copyOf(effects));
  }

  private static <S extends TalkSession<S>> Outcome received(
      Talk<S> talk, V2gMessage message, EvContext context) {
    if (talk.silent()) {
      return new Outcome.Talking(talk, List.of());
    }
    if (!talk.awaiting()) {
      return broken(
          talk.state().name() + ": " + message.getClass().getSimpleName() + " without a request");
    }
    Optional<String> refusal = talk.session().refusal(message);
    if (refusal.isPresent()) {
      return broken(talk.state().name() + ": " + refusal.get());
    }
    return follow(talk.state().answer(message, talk, context), talk, context);
  }

  private static <S extends TalkSession<S>> Outcome follow(
      Turn<S> turn, Talk<S> talk, EvContext context) {
    return switch (turn) {
      case Turn.Again<S> again -> again(again, talk, context);
      case Turn.On<S> on -> on(on, talk, context);
      case Turn.Choose<S> choose -> new Outcome.Chosen(choose.protocol());
      case Turn.End<S> end -> new Outcome.Ended(end.paused(), List.of(new EvEffect.CloseLink()));
      case Turn.Fail<S> fail -> broken(fail.reason());
    };
  }

  private static <S extends TalkSession<S>> Outcome again(
      Turn.Again<S> again, Talk<S> talk, EvContext context) {
    Optional<TalkState<S>> stopping = stopping(again.state(), again.session(), context);
    if (stopping.isPresent()) {
      return on(new Turn.On<>(again.session(), stopping.get(), again.effects()), talk, context);
    }
    Talk<S> next =
        talk.again(
            again.session(), again.state(), context.nanos() + EvContext.nanosOf(again.seconds()));
    return again.seconds() > 0
        ? new Outcome.Talking(next, again.effects())
        : askWhenPermitted(next, context, again.effects());
  }

  private static <S extends TalkSession<S>> Outcome on(
      Turn.On<S> on, Talk<S> talk, EvContext context) {
    TalkState<S> state = stopping(on.state(), on.session(), context).orElse(on.state());
    return askWhenPermitted(talk.to(on.session(), state, context.nanos()), context, on.effects());
  }

  private static <S extends TalkSession<S>> Outcome askWhenPermitted(
      Talk<S> talk, EvContext context, List<EvEffect> effects) {
    return talk.state().mayAsk(context)
        ? ask(talk, context, effects)
        : new Outcome.Talking(talk, effects);
  }

  private static <S extends TalkSession<S>> Optional<TalkState<S>> stopping(
      TalkState<S> state, S session, EvContext context) {
    return context.wish() == UserWish.CHARGE
        ? Optional.empty()
        : state.stopping(session, context.wish() == UserWish.PAUSE);
  }

  private static Outcome broken(String reason) {
    return new Outcome.Broken(reason, List.of(new EvEffect.CloseLink()));
  }
}
