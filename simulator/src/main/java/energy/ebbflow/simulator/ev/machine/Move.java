package energy.ebbflow.simulator.ev.machine;

import energy.ebbflow.simulator.ev.model.EvEffect;
import java.util.List;

/** The next state and what is to be done. */
record Move(EvPhase next, List<EvEffect> effects) {
  static Move stay(EvPhase same) {
    return new Move(same, List.of());
  }

  static Move to(EvPhase next, EvEffect... effects) {
    return new Move(next, List.of(effects));
  }
}
