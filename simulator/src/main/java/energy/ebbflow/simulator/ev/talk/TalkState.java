package energy.ebbflow.simulator.ev.talk;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.simulator.ev.model.EvContext;
import java.util.Optional;

/**
 * A state of a conversation: one request and what its answer means. Immutable.
 *
 * @param <S> what is known of the session
 */
public interface TalkState<S extends TalkSession<S>> {
  /** Time-out of most messages, s: [V2G2-443] Table 109, and ISO 15118-20 Table 215. */
  double MESSAGE_SECONDS = 2;

  /** For how long a charger may answer "ongoing", s (V2G_EVCC_Ongoing_Timeout). */
  double ONGOING_SECONDS = 60;

  /** The request, made of fresh values. */
  V2gMessage request(Talk<S> talk, EvContext context);

  /** What the answer means; only called with an answer that {@link TalkSession} lets through. */
  Turn<S> answer(V2gMessage answer, Talk<S> talk, EvContext context);

  /** How long the answer may take, s. */
  default double timeoutSeconds() {
    return MESSAGE_SECONDS;
  }

  /** Whether the request may go out now; looked at while it is due. */
  default boolean mayAsk(EvContext context) {
    return true;
  }

  /** The phase of the session, in the words of the bench's timeline. */
  String phase();

  /** Whether the pilot line must carry PWM in this state. */
  default boolean needsPilot() {
    return true;
  }

  /**
   * Where the user's wish to stop, or to pause, leads from here; empty where the end has begun or
   * there is no session yet.
   */
  Optional<TalkState<S>> stopping(S session, boolean pause);

  /** What is left to say when the answer belongs to another request. */
  default Turn<S> unexpected(V2gMessage answer) {
    return new Turn.Fail<>(
        name() + " expected its response, got " + answer.getClass().getSimpleName());
  }

  /** The state's name, as in the standard. */
  default String name() {
    return getClass().getSimpleName();
  }
}
