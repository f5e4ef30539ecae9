package energy.ebbflow.simulator.ev.talk;

import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.EvProtocol;
import energy.ebbflow.simulator.ev.model.PausedSession;
import java.util.List;
import java.util.Optional;

/** Where a conversation is after an input. */
public sealed interface Outcome {
  /** It goes on. */
  record Talking(Talk<?> talk, List<EvEffect> effects) implements Outcome {}

  /** Both sides agreed on a protocol, whose own conversation follows on the same link. */
  record Chosen(EvProtocol protocol) implements Outcome {}

  /** It ended as agreed; what was paused may be joined again. */
  record Ended(Optional<PausedSession> paused, List<EvEffect> effects) implements Outcome {}

  /** It broke. */
  record Broken(String reason, List<EvEffect> effects) implements Outcome {}
}
