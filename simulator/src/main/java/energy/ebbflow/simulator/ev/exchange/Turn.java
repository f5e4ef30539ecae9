package energy.ebbflow.simulator.ev.exchange;

import energy.ebbflow.simulator.ev.model.EvEffect;
import java.util.List;

/**
 * What a state makes of an answer.
 *
 * @param <B> body of a message
 * @param <D> what the session has learnt
 */
public sealed interface Turn<B, D extends Learnt<D>> {
  /** Ask the same again after {@code seconds}; {@code state} may have learned something. */
  record Again<B, D extends Learnt<D>>(
      ExchangeState<B, D> state, D learnt, double seconds, List<EvEffect> effects)
      implements Turn<B, D> {}

  /** Go on with another state at once. */
  record On<B, D extends Learnt<D>>(
      ExchangeState<B, D> state, D learnt, List<EvEffect> effects) implements Turn<B, D> {}

  /** The session is over as agreed; {@code paused} if it may be resumed. */
  record End<B, D extends Learnt<D>>(boolean paused) implements Turn<B, D> {}

  /** The charger broke the protocol, refused, or is not safe. */
  record Fail<B, D extends Learnt<D>>(String reason) implements Turn<B, D> {}

  /** Ask the same again after {@code seconds}. */
  static <B, D extends Learnt<D>> Turn<B, D> again(
      ExchangeState<B, D> state, D learnt, double seconds, EvEffect... effects) {
    return new Again<>(state, learnt, seconds, List.of(effects));
  }

  /** Go on with another state at once. */
  static <B, D extends Learnt<D>> Turn<B, D> on(
      ExchangeState<B, D> state, D learnt, EvEffect... effects) {
    return new On<>(state, learnt, List.of(effects));
  }
}
