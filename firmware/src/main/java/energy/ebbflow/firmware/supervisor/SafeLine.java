package energy.ebbflow.firmware.supervisor;

import energy.ebbflow.iec61851.PilotEffect;
import energy.ebbflow.iec61851.PilotFault;
import energy.ebbflow.iec61851.PilotInput;
import energy.ebbflow.iec61851.PilotMachine;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Pilot machine, supervisor and permission as one: everything that may move a contactor. Immutable
 * and pure. What is outside can ask for less, never for more: {@link #permit} grants nothing while
 * a fault demands open contactors, and a fault that begins takes the permission in the same step.
 *
 * @param permission the layers above the pilot permit energy
 */
public record SafeLine(PilotMachine pilot, Supervisor supervisor, boolean permission) {
  /** What is to be done or told, in this order. */
  public sealed interface Effect {
    /** The pilot machine's. */
    record Line(PilotEffect effect) implements Effect {}

    /** The supervisor's. */
    record Fault(SupervisorEffect effect) implements Effect {}
  }

  /** A new state and its effects. */
  public record Step(SafeLine next, List<Effect> effects) {
    public Step {
      effects = List.copyOf(effects);
    }
  }

  /** Lets the supervisor look. */
  public Step look(Watched seen, long nowNanos) {
    return new Change(this, nowNanos).faults(supervisor.step(seen, nowNanos)).done();
  }

  /** A layer above or below reports a fault that is over at once. */
  public Step raise(StationFault fault, String detail, long nowNanos) {
    return new Change(this, nowNanos).faults(supervisor.raise(fault, detail, nowNanos)).done();
  }

  /** A layer above or below reports a fault that lasts until {@link #release}. */
  public Step hold(StationFault fault, String detail, long nowNanos) {
    return new Change(this, nowNanos).faults(supervisor.hold(fault, detail, nowNanos)).done();
  }

  /** The fault of {@link #hold} is over. */
  public SafeLine release(StationFault fault) {
    return new SafeLine(pilot, supervisor.release(fault), permission);
  }

  /** Something happens on the pilot line, or time passes. */
  public Step pilot(PilotInput input, long nowNanos) {
    return new Change(this, nowNanos).line(input).done();
  }

  /** Grants or withdraws the permission to close, as far as no fault stands against it. */
  public Step permit(boolean wanted, long nowNanos) {
    boolean granted = wanted && !supervisor.demands(Reaction.OPEN_NOW);
    return granted == permission
        ? new Step(this, List.of())
        : new Change(this, nowNanos).permission(granted).done();
  }

  /** Which fault of the station a fault of the line is. */
  static StationFault stationFault(PilotFault fault, boolean commandedClosed) {
    return switch (fault) {
      case DIODE_MISSING, SHORT_CIRCUIT, LEVEL_OUT_OF_RANGE, NO_SAMPLES -> StationFault.PILOT;
      case CONTACTOR_DOES_NOT_FOLLOW ->
          commandedClosed ? StationFault.CONTACTOR_DOES_NOT_CLOSE : StationFault.CONTACTOR_WELDED;
      case VENTILATION_NOT_AVAILABLE, VEHICLE_DOES_NOT_STOP -> StationFault.VEHICLE_MODE;
    };
  }

  /** One step: works on the parts and gathers the effects. */
  private static final class Change {
    private final long nowNanos;
    private final List<Effect> effects = new ArrayList<>(0);
    private PilotMachine pilot;
    private Supervisor supervisor;
    private boolean permission;

    Change(SafeLine from, long nowNanos) {
      this.nowNanos = nowNanos;
      this.pilot = from.pilot;
      this.supervisor = from.supervisor;
      this.permission = from.permission;
    }

    Step done() {
      return new Step(new SafeLine(pilot, supervisor, permission), effects);
    }

    Change faults(Supervisor.Step step) {
      supervisor = step.next();
      for (SupervisorEffect effect : step.effects()) {
        effects.add(new Effect.Fault(effect));
        boolean opens =
            effect instanceof SupervisorEffect.Raised raised
                && raised.fault().reaction().atLeast(Reaction.OPEN_NOW);
        if (opens) {
          permission(false);
        }
      }
      return this;
    }

    Change permission(boolean granted) {
      permission = granted;
      return line(new PilotInput.Permission(granted));
    }

    Change line(PilotInput input) {
      boolean wasClosed = pilot.contactorsClosed();
      PilotMachine.Step step = pilot.step(input, nowNanos);
      pilot = step.next();
      for (PilotEffect effect : step.effects()) {
        effects.add(new Effect.Line(effect));
        switch (effect) {
          case PilotEffect.Fault fault ->
              faults(
                  supervisor.hold(
                      stationFault(fault.fault(), wasClosed),
                      fault.fault().name() + ": " + fault.detail(),
                      nowNanos));
          case PilotEffect.FaultCleared cleared -> cleared(cleared.fault());
          case PilotEffect.SignalSteady any -> {}
          case PilotEffect.SignalPwm any -> {}
          case PilotEffect.SignalNotAvailable any -> {}
          case PilotEffect.CloseContactors any -> {}
          case PilotEffect.OpenContactors any -> {}
          case PilotEffect.StateChanged any -> {}
          case PilotEffect.BcbToggle any -> {}
        }
      }
      return this;
    }

    private void cleared(PilotFault fault) {
      // Which of both it was is not known any more: the fault of a contactor has two names.
      Set<StationFault> over = EnumSet.of(stationFault(fault, true), stationFault(fault, false));
      // Another fault of the line may keep the same fault of the station.
      for (PilotFault left : pilot.faults()) {
        over.remove(stationFault(left, true));
        over.remove(stationFault(left, false));
      }
      over.forEach(gone -> supervisor = supervisor.release(gone));
    }
  }
}
