package energy.ebbflow.firmware.supervisor;

import energy.ebbflow.firmware.supervisor.ProductExploration.Condition;
import energy.ebbflow.firmware.supervisor.ProductExploration.Input;
import energy.ebbflow.firmware.supervisor.ProductExploration.Machine;
import energy.ebbflow.firmware.supervisor.ProductExploration.State;
import energy.ebbflow.iec61851.PilotInput;
import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.iec61851.PilotState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The liveness of the product: once faults are gone and the plug is pulled, every state comes back
 * to idle, and the next vehicle is charged; after a weld that takes a restart.
 */
final class WayBack {
  /** Ticks until the last recovery is through. */
  private static final int CALM_TICKS = 8;

  private static final int CHARGE_TICKS = 12;

  private WayBack() {}

  /**
   * What is missing on the way back; absent if nothing is.
   *
   * @param good states from which the way back is known; it grows
   */
  static Optional<String> missing(
      ProductExploration exploration, Machine machine, State from, Set<Long> good) {
    List<Long> way = new ArrayList<>();
    State state = say(machine, from, new PilotInput.Offer(new PilotOffer.None()), false);
    for (int tick = 0; tick < CALM_TICKS; tick++) {
      long key = exploration.key(state);
      if (good.contains(key)) {
        good.addAll(way);
        return Optional.empty();
      }
      way.add(key);
      state = say(machine, state, new PilotInput.ContactorFeedback(false), false);
      state = say(machine, state, new PilotInput.Tick(), false);
      state = say(machine, state, new PilotInput.Sample(12, -12), false);
    }
    Optional<String> why = idle(machine, state);
    if (why.isEmpty()) {
      good.addAll(way);
    }
    return why;
  }

  private static Optional<String> idle(Machine machine, State state) {
    SafeLine line = state.line();
    if (line.pilot().state() != PilotState.A
        || line.pilot().contactorsClosed()
        || !line.pilot().faults().isEmpty()) {
      return Optional.of("the line does not come back to idle");
    }
    boolean restart = line.supervisor().isActive(StationFault.CONTACTOR_WELDED);
    if (restart) {
      return charges(machine, state)
          ? Optional.of("a vehicle is charged over a welded contactor")
          : charges(machine, State.initial(machine))
              ? Optional.empty()
              : Optional.of("no vehicle is charged after a restart");
    }
    if (line.supervisor().worst().isPresent()) {
      return Optional.of(line.supervisor().worst().get() + " stays without its condition");
    }
    return charges(machine, state)
        ? Optional.empty()
        : Optional.of("the next vehicle is not charged");
  }

  private static boolean charges(Machine machine, State idle) {
    State state = say(machine, idle, new PilotInput.Offer(new PilotOffer.Basic(10)), true);
    for (int tick = 0; tick < CHARGE_TICKS; tick++) {
      boolean closed = state.line().pilot().contactorsClosed();
      state = say(machine, state, new PilotInput.ContactorFeedback(closed), true);
      state = say(machine, state, new PilotInput.Tick(), true);
      double volts = tick < CHARGE_TICKS / 2 ? 9 : 6;
      state = say(machine, state, new PilotInput.Sample(volts, -12), true);
    }
    return state.line().pilot().contactorsClosed();
  }

  private static State say(Machine machine, State state, PilotInput input, boolean wanted) {
    long nanos = input instanceof PilotInput.Tick ? 1 : 0;
    Input said = new Input(input, nanos, Condition.NONE, Optional.of(wanted));
    return ProductExploration.take(machine, state, said).next();
  }
}
