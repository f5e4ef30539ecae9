package energy.ebbflow.simulator.ev.machine;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvInput;

/**
 * The vehicle was offered nothing usable for too long and sleeps, in state B. A new duty does not
 * wake it; only a line without positive voltage (state E or F) for a while does, or the plug.
 *
 * @param offNanos since when the line has no positive voltage; {@link #LINE_IS_UP} while it has
 * @param woken the line was down for long enough
 */
public record Asleep(long offNanos, boolean woken) implements EvPhase {
  private static final long LINE_IS_UP = Long.MAX_VALUE;

  static Asleep now() {
    return new Asleep(LINE_IS_UP, false);
  }

  @Override
  public Move on(EvInput input, EvContext context) {
    PilotSignal signal = context.body().pilot();
    boolean off = signal instanceof PilotSignal.Negative || signal instanceof PilotSignal.Zero;
    if (off) {
      long since = Math.min(offNanos, context.nanos());
      double wanted = context.config().habits().wakeSeconds();
      boolean enough = context.nanos() - since >= EvContext.nanosOf(wanted);
      return Move.stay(new Asleep(since, woken || enough));
    }
    if (woken && signal instanceof PilotSignal.Pwm) {
      return Move.to(Plugged.waiting(context.nanos(), false));
    }
    return Move.stay(new Asleep(LINE_IS_UP, woken));
  }

  @Override
  public String timelinePhase() {
    return "plugged";
  }
}
