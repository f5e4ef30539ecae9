package energy.ebbflow.simulator.ev.machine;

import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvInput;

/** A state of the vehicle as a whole. */
public sealed interface EvPhase
    permits Unplugged,
        Plugged,
        Discovering,
        Connecting,
        Talking,
        BasicCharging,
        Asleep,
        Waking,
        Parked {

  /** What happens next; the plug is in, except in {@link Unplugged}. */
  Move on(EvInput input, EvContext context);

  /** Name of the state for people. */
  default String name() {
    return getClass().getSimpleName();
  }

  /** Phase in the words of the bench's timeline; empty where it has none. */
  default String timelinePhase() {
    return "";
  }
}
