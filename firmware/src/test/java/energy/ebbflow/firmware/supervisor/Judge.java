package energy.ebbflow.firmware.supervisor;

import energy.ebbflow.firmware.supervisor.ProductExploration.Condition;
import energy.ebbflow.firmware.supervisor.ProductExploration.Feedback;
import energy.ebbflow.firmware.supervisor.ProductExploration.Input;
import energy.ebbflow.firmware.supervisor.ProductExploration.State;
import energy.ebbflow.firmware.supervisor.ProductExploration.Taken;
import energy.ebbflow.iec61851.PilotEffect;
import energy.ebbflow.iec61851.PilotState;
import java.util.Optional;

/** The safety rules of the product, written independently of the machines. */
final class Judge {
  private Judge() {}

  /** What is wrong with a step; absent if nothing is. */
  static Optional<String> objection(State before, Input input, Taken taken) {
    boolean commanded = before.line().pilot().contactorsClosed();
    for (SafeLine.Effect effect : taken.effects()) {
      switch (effect) {
        case SafeLine.Effect.Line(PilotEffect.CloseContactors close) -> commanded = true;
        case SafeLine.Effect.Line(PilotEffect.OpenContactors open) -> commanded = false;
        case SafeLine.Effect.Line other -> {}
        case SafeLine.Effect.Fault(SupervisorEffect.Cleared cleared) -> {
          boolean unheard = taken.next().feedback() == Feedback.LOST;
          if (cleared.fault() == StationFault.SAFETY_CONTROLLER && unheard) {
            return Optional.of("the controller counts as found before it has said anything");
          }
          Optional<String> wrong = clearing(cleared.fault(), before.plugged());
          if (wrong.isPresent()) {
            return wrong;
          }
        }
        case SafeLine.Effect.Fault(SupervisorEffect.Raised raised) -> {
          boolean seen = taken.next().feedback() == Feedback.CLOSED;
          if (raised.fault() == StationFault.CONTACTOR_WELDED && !seen) {
            return Optional.of("a weld is told that no mirror contact shows");
          }
        }
      }
    }
    State after = taken.next();
    if (commanded != after.line().pilot().contactorsClosed()) {
      return Optional.of("the command in memory is not the one that was given");
    }
    if (after.weldTicks() >= 2
        && !after.line().supervisor().isActive(StationFault.CONTACTOR_WELDED)) {
      return Optional.of("a welded contactor is not seen");
    }
    return commanded ? closed(after, input) : Optional.empty();
  }

  private static Optional<String> clearing(StationFault fault, boolean plugged) {
    return switch (fault.recovery()) {
      case WHEN_GONE -> Optional.empty();
      case UNPLUG ->
          plugged ? Optional.of(fault + " cleared with the vehicle plugged in") : Optional.empty();
      case RESTART -> Optional.of(fault + " cleared without a restart");
    };
  }

  /** Closed contactors, after the step. */
  private static Optional<String> closed(State after, Input input) {
    SafeLine line = after.line();
    if (!line.permission() || !input.wanted().orElse(true)) {
      return Optional.of("contactors closed without permission");
    }
    if (line.supervisor().demands(Reaction.OPEN_NOW)) {
      return Optional.of("contactors closed with " + line.supervisor().worst().orElseThrow());
    }
    if (input.condition() == Condition.EMERGENCY) {
      return Optional.of("contactors closed in the very step of " + input.condition());
    }
    if (after.feedback() == Feedback.LOST) {
      return Optional.of("contactors closed although nobody hears the mirror contact");
    }
    if (line.pilot().state() != PilotState.C) {
      return Optional.of("contactors closed in " + line.pilot().state());
    }
    if (!line.pilot().faults().isEmpty()) {
      return Optional.of("contactors closed with " + line.pilot().faults());
    }
    // Open within openNanos after the vehicle stopped asking: one tick.
    return after.silentTicks() >= 2
        ? Optional.of("contactors closed although the vehicle has stopped asking")
        : Optional.empty();
  }
}
