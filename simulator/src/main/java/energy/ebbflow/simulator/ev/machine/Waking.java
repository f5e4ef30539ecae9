package energy.ebbflow.simulator.ev.machine;

import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.EvInput;

/**
 * The vehicle wakes a station that sleeps without PWM: from B to C and back, twice (BCB toggle, ISO
 * 15118-3). A station that is awake shows 5 %.
 *
 * @param sinceNanos since when the switch is as it is
 * @param edges how often it has moved
 */
public record Waking(long sinceNanos, int edges) implements EvPhase {
  /** A pulse lasts 200 to 400 ms. */
  static final long PULSE_NANOS = 300_000_000;

  /** B-C-B-C-B. */
  private static final int EDGES = 4;

  static Waking begin(long nanos) {
    return new Waking(nanos, 1);
  }

  @Override
  public Move on(EvInput input, EvContext context) {
    if (edges >= EDGES) {
      return Move.to(Plugged.waiting(context.nanos(), false));
    }
    if (context.nanos() - sinceNanos < PULSE_NANOS) {
      return Move.stay(this);
    }
    boolean ready = edges % 2 == 0;
    return Move.to(new Waking(context.nanos(), edges + 1), new EvEffect.Ready(ready));
  }

  @Override
  public String timelinePhase() {
    return "plugged";
  }
}
