package energy.ebbflow.simulator.ev.talk;

import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.EvProtocol;
import energy.ebbflow.simulator.ev.model.PausedSession;
import java.util.List;
import java.util.Optional;

/**
 * What a state makes of an answer.
 *
 * @param <S> what is known of the session
 */
public sealed interface Turn<S extends TalkSession<S>> {
  /**
   * Ask again after {@code seconds} without entering a new state: the time spent in it runs on.
   *
   * @param session what is known now
   * @param state the same state, which may have learned something
   */
  record Again<S extends TalkSession<S>>(
      S session, TalkState<S> state, double seconds, List<EvEffect> effects) implements Turn<S> {
    public Again(S session, TalkState<S> state, double seconds) {
      this(session, state, seconds, List.of());
    }
  }

  /** Go on with another state at once; {@code session} carries what was learned. */
  record On<S extends TalkSession<S>>(S session, TalkState<S> state, List<EvEffect> effects)
      implements Turn<S> {
    public On(S session, TalkState<S> state) {
      this(session, state, List.of());
    }
  }

  /** The protocol is chosen: its own conversation begins on the same link. */
  record Choose<S extends TalkSession<S>>(EvProtocol protocol) implements Turn<S> {}

  /** The session is over as agreed; what was paused may be joined again. */
  record End<S extends TalkSession<S>>(Optional<PausedSession> paused) implements Turn<S> {}

  /** The charger broke the protocol or refused. */
  record Fail<S extends TalkSession<S>>(String reason) implements Turn<S> {}
}
