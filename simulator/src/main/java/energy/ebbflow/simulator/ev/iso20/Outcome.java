package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.simulator.ev.model.EvEffect;
import java.util.List;

/** Where a conversation is after an input. */
public sealed interface Outcome {
  /** It goes on. */
  record Talking(Talk talk, List<EvEffect> effects) implements Outcome {}

  /** It ended as agreed; {@code paused} if it may be resumed. */
  record Ended(boolean paused, List<EvEffect> effects) implements Outcome {}

  /** It broke. */
  record Broken(String reason, List<EvEffect> effects) implements Outcome {}
}
