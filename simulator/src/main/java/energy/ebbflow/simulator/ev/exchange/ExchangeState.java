package energy.ebbflow.simulator.ev.exchange;

import energy.ebbflow.simulator.ev.model.EvContext;
import java.util.Optional;

/**
 * A state of a session: one request and what its answer means.
 *
 * @param <B> body of a message
 * @param <D> what the session has learnt
 */
public interface ExchangeState<B, D extends Learnt<D>> {
  /** Time-out of most messages, s (ISO 15118-2 Table 109, DIN 70121 Table 75). */
  double MESSAGE_SECONDS = 2;

  /** For how long a charger may answer "ongoing", s (V2G_EVCC_Ongoing_Timeout). */
  double ONGOING_SECONDS = 60;

  /** The request, made of fresh values. */
  B request(D learnt, EvContext context);

  /**
   * What the answer means; only called with an answer to this state's request.
   *
   * @param seconds since the state was entered
   */
  Turn<B, D> answer(B answer, D learnt, EvContext context, double seconds);

  /** How long the answer may take, s. */
  default double timeoutSeconds() {
    return MESSAGE_SECONDS;
  }

  /**
   * Whether the request may go out now; looked at while it is due.
   *
   * @param seconds since the state was entered
   */
  default boolean mayAsk(EvContext context, double seconds) {
    return true;
  }

  /** The phase of the session, in the words of the bench's timeline. */
  String phase();

  /** Whether the pilot line must carry PWM in this state. */
  default boolean needsPilot() {
    return true;
  }

  /**
   * Where the end of the session starts when the user wants it; empty where it has begun already,
   * or where there is no session yet.
   */
  Optional<? extends ExchangeState<B, D>> ending(D learnt, EvContext context);

  /** What is left to say when the answer belongs to another request. */
  default Turn<B, D> unexpected(B answer) {
    return new Turn.Fail<>(
        name() + " expected its response, got " + answer.getClass().getSimpleName());
  }

  /** The state's name, as in the standard. */
  default String name() {
    return getClass().getSimpleName();
  }
}
