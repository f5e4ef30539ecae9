package energy.ebbflow.simulator.ev.exchange;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.simulator.ev.model.EvContext;
import java.util.Optional;

/**
 * What a protocol knows of all its messages. Without state.
 *
 * @param <B> body of a message
 * @param <D> what a session has learnt
 */
public interface ExchangeRules<B, D extends Learnt<D>> {
  /** The body in its message. */
  V2gMessage wrap(B body, D learnt);

  /** The body of a message; empty for one of another protocol or without a body. */
  Optional<B> body(V2gMessage message);

  /**
   * What is wrong with an answer whatever the state: a failure, or another session's id. Empty when
   * nothing is.
   */
  Optional<String> objection(V2gMessage message, D learnt);

  /** A request that belongs nowhere near {@code state}. */
  B misplaced(ExchangeState<B, D> state, D learnt, EvContext context);

  /** The request with its limits negated, for those that have any. */
  B negated(B request);
}
