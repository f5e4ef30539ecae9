package energy.ebbflow.simulator.ev.machine;

import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.EvInput;

/**
 * State B: the vehicle waits for what the pilot line says.
 *
 * @param sinceNanos since when
 * @param deaf a charger was looked for and not found; only basic charging is left
 * @param digitalNanos since when the line says 5 %; {@link #NOT_DIGITAL} while it does not
 */
public record Plugged(long sinceNanos, boolean deaf, long digitalNanos) implements EvPhase {
  /** The line says something else than 5 %. */
  static final long NOT_DIGITAL = Long.MAX_VALUE;

  /** A station that has just withdrawn 5 % or offers it for a moment is not talked to. */
  static final long SETTLE_NANOS = 300_000_000;

  static Plugged waiting(long nanos, boolean deaf) {
    return new Plugged(nanos, deaf, NOT_DIGITAL);
  }

  @Override
  public Move on(EvInput input, EvContext context) {
    boolean talks = context.config().protocols().talks();
    long digital = context.digital() ? Math.min(digitalNanos, context.nanos()) : NOT_DIGITAL;
    boolean settled = digital != NOT_DIGITAL && context.nanos() - digital >= SETTLE_NANOS;
    if (settled && talks && !deaf) {
      return Move.to(new Discovering(), new EvEffect.Discover());
    }
    boolean charges = context.config().body().onboardCharger().isPresent();
    if (context.pilotAmps() > 0 && charges && !context.stopWanted()) {
      return Move.to(BasicCharging.waiting(context.nanos()));
    }
    return Move.stay(new Plugged(sinceNanos, deaf, digital));
  }

  @Override
  public String timelinePhase() {
    return "plugged";
  }
}
