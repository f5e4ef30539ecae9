package energy.ebbflow.simulator.ev.talk;

import energy.ebbflow.simulator.ev.model.EvContext;

/**
 * A conversation at one instant.
 *
 * @param <S> what is known of the session
 * @param session what is known of it
 * @param state whose request is next or under way
 * @param awaiting a request was sent and its answer has not come
 * @param sendNanos when the next request is due, while none is under way
 * @param deadlineNanos when the patience for the answer ends, while one is awaited
 * @param enteredNanos when {@code state} was entered
 * @param misbehaved number of the latest fault on order that has happened; 0: none
 * @param silent it never sends again
 */
public record Talk<S extends TalkSession<S>>(
    S session,
    TalkState<S> state,
    boolean awaiting,
    long sendNanos,
    long deadlineNanos,
    long enteredNanos,
    int misbehaved,
    boolean silent) {

  /** The first request is due at once. */
  public static <S extends TalkSession<S>> Talk<S> begin(
      S session, TalkState<S> state, long nanos) {
    return new Talk<>(session, state, false, nanos, 0, nanos, 0, false);
  }

  /** For how long the conversation has been in its state, s. */
  public double seconds(EvContext context) {
    return (context.nanos() - enteredNanos) / 1e9;
  }

  /** It has been in its state for longer than {@code seconds}. */
  public boolean over(double seconds, EvContext context) {
    return context.nanos() - enteredNanos > EvContext.nanosOf(seconds);
  }

  /** The conversation after a request was sent. */
  Talk<S> sent(long deadline) {
    return new Talk<>(session, state, true, 0, deadline, enteredNanos, misbehaved, silent);
  }

  /** The same state; its request is due again at {@code nanos}. */
  Talk<S> again(S known, TalkState<S> same, long nanos) {
    return new Talk<>(known, same, false, nanos, 0, enteredNanos, misbehaved, silent);
  }

  /** Another state whose request is due now. */
  Talk<S> to(S known, TalkState<S> next, long now) {
    return new Talk<>(known, next, false, now, 0, now, misbehaved, silent);
  }

  Talk<S> with(S other) {
    return new Talk<>(
        other, state, awaiting, sendNanos, deadlineNanos, enteredNanos, misbehaved, silent);
  }

  Talk<S> misbehaving(int number, boolean fallsSilent) {
    return new Talk<>(
        session, state, awaiting, sendNanos, deadlineNanos, enteredNanos, number, fallsSilent);
  }
}
