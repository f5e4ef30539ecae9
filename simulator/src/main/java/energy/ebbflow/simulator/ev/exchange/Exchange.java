package energy.ebbflow.simulator.ev.exchange;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.EvInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A session at one instant, and what all its states have in common: sending when it is due,
 * patience, the checks of every answer, and the user's wish to stop.
 *
 * @param rules of the protocol
 * @param state whose request is next or under way
 * @param learnt what the session has learnt
 * @param awaiting a request was sent and its answer has not come
 * @param sendNanos when the next request is due, while none is under way
 * @param deadlineNanos when the patience for the answer ends, while one is awaited
 * @param enteredNanos when {@code state} was entered
 * @param misbehaved the vehicle's one fault has happened
 * @param silent it never sends again
 * @param <B> body of a message
 * @param <D> what the session has learnt
 */
public record Exchange<B, D extends Learnt<D>>(
    ExchangeRules<B, D> rules,
    ExchangeState<B, D> state,
    D learnt,
    boolean awaiting,
    long sendNanos,
    long deadlineNanos,
    long enteredNanos,
    boolean misbehaved,
    boolean silent) {

  private static final double NANOS_PER_SECOND = 1e9;

  /** The first request is due at once. */
  public static <B, D extends Learnt<D>> Exchange<B, D> begin(
      ExchangeRules<B, D> rules, ExchangeState<B, D> first, D learnt, long nanos) {
    return new Exchange<>(rules, first, learnt, false, nanos, 0, nanos, false, false);
  }

  /** The session after an input. */
  public Outcome step(EvInput input, EvContext context) {
    if (input instanceof EvInput.Received received) {
      return received(received.message(), context);
    }
    if (input instanceof EvInput.Undecodable wrong) {
      return broken("undecodable answer: " + wrong.detail());
    }
    if (input instanceof EvInput.LinkDown down) {
      return broken("the link went down: " + down.reason());
    }
    return tick(context);
  }

  private Outcome tick(EvContext context) {
    if (silent) {
      return new Outcome.Talking(this, List.of());
    }
    if (awaiting) {
      return context.nanos() >= deadlineNanos
          ? broken(state.name() + ": no answer within " + patience(context) + " s")
          : new Outcome.Talking(this, List.of());
    }
    return context.nanos() < sendNanos
        ? new Outcome.Talking(this, List.of())
        : askWhenPermitted(context, List.of());
  }

  private double patience(EvContext context) {
    return state.timeoutSeconds() * context.config().habits().patience();
  }

  private Outcome askWhenPermitted(EvContext context, List<EvEffect> before) {
    return state.mayAsk(context, seconds(context))
        ? ask(context, before)
        : new Outcome.Talking(this, before);
  }

  private Outcome ask(EvContext context, List<EvEffect> before) {
    B body = state.request(learnt, context);
    long deadline = context.nanos() + EvContext.nanosOf(patience(context));
    Exchange<B, D> sent =
        new Exchange<>(
            rules, state, learnt, true, 0, deadline, enteredNanos, misbehaved, silent);
    List<EvEffect> effects = new ArrayList<>(before);
    if (!misbehaved && context.config().misbehaviour().at(state.name())) {
      Mischief mischief = Mischief.of(context.config().misbehaviour(), this, body, context);
      effects.addAll(mischief.effects());
      return new Outcome.Talking(sent.misbehaving(mischief.fallsSilent()), List.copyOf(effects));
    }
    effects.add(new EvEffect.Send(rules.wrap(body, learnt)));
    return new Outcome.Talking(sent, List.copyOf(effects));
  }

  private Exchange<B, D> misbehaving(boolean fallsSilent) {
    return new Exchange<>(
        rules,
        state,
        learnt,
        awaiting,
        sendNanos,
        deadlineNanos,
        enteredNanos,
        true,
        fallsSilent);
  }

  private Outcome received(V2gMessage message, EvContext context) {
    if (silent) {
      return new Outcome.Talking(this, List.of());
    }
    Optional<B> body = rules.body(message);
    if (body.isEmpty()) {
      return broken(
          state.name() + ": " + message.getClass().getSimpleName() + " is no answer of this protocol");
    }
    if (!awaiting) {
      return broken(
          state.name() + ": " + body.get().getClass().getSimpleName() + " without a request");
    }
    Optional<String> objection = rules.objection(message, learnt);
    if (objection.isPresent()) {
      return broken(state.name() + ": " + objection.get());
    }
    return follow(state.answer(body.get(), learnt, context, seconds(context)), context);
  }

  private double seconds(EvContext context) {
    return (context.nanos() - enteredNanos) / NANOS_PER_SECOND;
  }

  private Outcome follow(Turn<B, D> turn, EvContext context) {
    return switch (turn) {
      case Turn.Again<B, D> again -> again(again, context);
      case Turn.On<B, D> on -> on(on.state(), on.learnt(), on.effects(), context);
      case Turn.End<B, D> end ->
          new Outcome.Ended(
              end.paused(), learnt.sessionId(), List.of(new EvEffect.CloseLink()));
      case Turn.Fail<B, D> fail -> broken(fail.reason());
    };
  }

  private Outcome again(Turn.Again<B, D> again, EvContext context) {
    Optional<ExchangeState<B, D>> ending = ending(again.state(), again.learnt(), context);
    if (ending.isPresent()) {
      return enter(ending.get(), again.learnt(), again.effects(), context);
    }
    long due = context.nanos() + EvContext.nanosOf(again.seconds());
    Exchange<B, D> next =
        new Exchange<>(
            rules, again.state(), again.learnt(), false, due, 0, enteredNanos, misbehaved, silent);
    return again.seconds() > 0
        ? new Outcome.Talking(next, again.effects())
        : next.askWhenPermitted(context, again.effects());
  }

  private Outcome on(
      ExchangeState<B, D> state, D learnt, List<EvEffect> effects, EvContext context) {
    return enter(ending(state, learnt, context).orElse(state), learnt, effects, context);
  }

  private Outcome enter(
      ExchangeState<B, D> entered, D knowing, List<EvEffect> effects, EvContext context) {
    Exchange<B, D> next =
        new Exchange<>(
            rules, entered, knowing, false, context.nanos(), 0, context.nanos(), misbehaved, silent);
    return next.askWhenPermitted(context, effects);
  }

  private static <B, D extends Learnt<D>> Optional<ExchangeState<B, D>> ending(
      ExchangeState<B, D> state, D learnt, EvContext context) {
    return context.stopWanted() ? state.ending(learnt, context).map(s -> s) : Optional.empty();
  }

  private static Outcome broken(String reason) {
    return new Outcome.Broken(reason, List.of(new EvEffect.CloseLink()));
  }
}
