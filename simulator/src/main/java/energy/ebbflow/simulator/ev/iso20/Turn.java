package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.simulator.ev.model.EvEffect;
import java.util.List;

/** What a state makes of an answer. */
sealed interface Turn {
  /** Ask the same again after {@code seconds}; {@code state} may have learned something. */
  record Again(TalkState state, double seconds, List<EvEffect> effects) implements Turn {
    Again(TalkState state, double seconds) {
      this(state, seconds, List.of());
    }
  }

  /** Go on with another state at once; {@code talk} carries what was learned. */
  record On(Talk talk, TalkState state, List<EvEffect> effects) implements Turn {
    On(Talk talk, TalkState state) {
      this(talk, state, List.of());
    }
  }

  /** The session is over as agreed; {@code paused} if it may be resumed. */
  record End(boolean paused) implements Turn {}

  /** The charger broke the protocol or refused. */
  record Fail(String reason) implements Turn {}
}
