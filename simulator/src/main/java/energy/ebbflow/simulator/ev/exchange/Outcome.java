package energy.ebbflow.simulator.ev.exchange;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.simulator.ev.model.EvEffect;
import java.util.List;

/** Where a session is after an input. */
public sealed interface Outcome {
  /** It goes on. */
  record Talking(Exchange<?, ?> exchange, List<EvEffect> effects) implements Outcome {}

  /**
   * It ended as agreed.
   *
   * @param paused it may be resumed
   * @param sessionId by which it is resumed
   */
  record Ended(boolean paused, Octets sessionId, List<EvEffect> effects) implements Outcome {}

  /** It broke. */
  record Broken(String reason, List<EvEffect> effects) implements Outcome {}
}
