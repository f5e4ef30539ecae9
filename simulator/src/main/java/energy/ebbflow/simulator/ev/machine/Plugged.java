package energy.ebbflow.simulator.ev.machine;

import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.EvInput;

/**
 * State B: the vehicle waits for what the pilot line says.
 *
 * @param sinceNanos since when
 * @param deaf a charger was looked for and not found; only basic charging is left
 */
public record Plugged(long sinceNanos, boolean deaf) implements EvPhase {
  @Override
  public Move on(EvInput input, EvContext context) {
    boolean talks =
        context.config().protocols().iso20Dc() && context.config().protocols().discovers();
    if (context.digital() && talks && !deaf) {
      return Move.to(new Discovering(), new EvEffect.Discover());
    }
    boolean charges = context.config().body().onboardCharger().isPresent();
    if (context.pilotAmps() > 0 && charges && !context.stopWanted()) {
      return Move.to(BasicCharging.waiting(context.nanos()));
    }
    return Move.stay(this);
  }

  @Override
  public String timelinePhase() {
    return "plugged";
  }
}
