package energy.ebbflow.simulator.ev.machine;

import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.EvInput;

/**
 * The plug hangs in the air.
 *
 * @param startNanos when the user's plan started
 * @param left the user has been here and has gone
 */
public record Unplugged(long startNanos, boolean left) implements EvPhase {
  @Override
  public Move on(EvInput input, EvContext context) {
    long plugAt = startNanos + EvContext.nanosOf(context.config().user().plugAfterSeconds());
    if (left || context.nanos() < plugAt) {
      return Move.stay(this);
    }
    return Move.to(
        Plugged.waiting(context.nanos(), false),
        new EvEffect.Ready(false),
        new EvEffect.Plug(true));
  }
}
