package energy.ebbflow.firmware.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.supervisor.ProductExploration.Machine;
import energy.ebbflow.iec61851.PilotInput;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Proof by exhaustion: in every reachable state of pilot machine, permission, supervisor and
 * contactor feedback, whatever happens next, the contactors are closed only for a vehicle in C,
 * with permission, and without a fault that forbids it; they are open in the step that ends either;
 * and every state has a way back.
 */
class ProductExplorationTest {
  @Test
  void contactorsAreClosedOnlyInCWithPermissionAndWithoutAFaultAndEveryStateHasAWayBack() {
    ProductExploration exploration = new ProductExploration(ProductExploration.HONEST);
    assertEquals(Optional.empty(), exploration.explore());
    System.out.printf(
        "product of pilot, permission, supervisor and feedback: %,d states, %,d transitions,"
            + " fixpoint reached%n",
        exploration.states(), exploration.transitions());
    assertTrue(
        exploration.states() > 10_000, "an exploration that explores nothing proves nothing");
    assertEquals(Optional.empty(), exploration.stuck());
  }

  /** Machines that are wrong in one kind of transition. */
  enum Wrong implements Machine {
    /** A fault does not keep the permission away. */
    PERMITS_DESPITE_A_FAULT("contactors closed") {
      @Override
      public SafeLine.Step permit(SafeLine line, boolean wanted, long now) {
        SafeLine blind = with(line, Supervisor.initial(ProductExploration.CONFIG));
        SafeLine.Step step = blind.permit(wanted, now);
        return new SafeLine.Step(with(step.next(), line.supervisor()), step.effects());
      }
    },
    /** A fault that begins leaves the contactors alone until somebody asks. */
    LEAVES_CLOSED_WHAT_A_FAULT_FINDS_CLOSED("contactors closed") {
      @Override
      public SafeLine.Step look(SafeLine line, Watched seen, long now) {
        SafeLine.Step step = line.look(seen, now);
        return new SafeLine.Step(with(line, step.next().supervisor()), List.of());
      }

      @Override
      public SafeLine.Step permit(SafeLine line, boolean wanted, long now) {
        return wanted && line.permission()
            ? new SafeLine.Step(line, List.of())
            : line.permit(wanted, now);
      }
    },
    /** The end of the permission is not heard. */
    DOES_NOT_HEAR_THE_END_OF_THE_PERMISSION("contactors closed without permission") {
      @Override
      public SafeLine.Step permit(SafeLine line, boolean wanted, long now) {
        return wanted ? line.permit(true, now) : new SafeLine.Step(line, List.of());
      }
    },
    /** The vehicle's leaving of state C is not measured. */
    DOES_NOT_SEE_THE_VEHICLE_LEAVE("contactors closed although") {
      @Override
      public SafeLine.Step pilot(SafeLine line, PilotInput input, long now) {
        boolean leaves =
            input instanceof PilotInput.Sample(double high, double low)
                && line.pilot().contactorsClosed()
                && high > 6;
        return line.pilot(leaves ? new PilotInput.Sample(6, -12) : input, now);
      }
    },
    /** Time stands still for the pilot machine. */
    LOSES_TICKS("contactors closed although") {
      @Override
      public SafeLine.Step pilot(SafeLine line, PilotInput input, long now) {
        return line.pilot(input, 0);
      }
    },
    /** The mirror contact is believed to say what was commanded. */
    BELIEVES_THE_COMMAND("a welded contactor is not seen") {
      @Override
      public SafeLine.Step look(SafeLine line, Watched seen, long now) {
        return line.look(
            with(
                seen,
                seen.plugged(),
                new Watched.Contactors(
                    seen.contactors().commanded(), Optional.of(seen.contactors().commanded()), 3)),
            now);
      }
    },
    /** The loss of the mirror contact is not heard: its last word goes on to count. */
    BELIEVES_THE_LAST_WORD("a weld is told that no mirror contact shows") {
      @Override
      public SafeLine.Step pilot(SafeLine line, PilotInput input, long now) {
        boolean lost = input instanceof PilotInput.ContactorFeedbackLost;
        return line.pilot(lost ? new PilotInput.Tick() : input, now);
      }
    },
    /** The loss of the safety microcontroller is no reason to open. */
    GOES_ON_WITHOUT_A_CONTROLLER("contactors closed although nobody hears") {
      @Override
      public SafeLine.Step look(SafeLine line, Watched seen, long now) {
        return line.look(with(seen, Watched.Devices.SILENT), now);
      }
    },
    /** A fault that needs the plug pulled forgives without. */
    FORGIVES_WITHOUT_UNPLUGGING("cleared with the vehicle plugged in") {
      @Override
      public SafeLine.Step look(SafeLine line, Watched seen, long now) {
        return line.look(with(seen, false, seen.contactors()), now);
      }
    },
    /** A restart is not needed after a weld. */
    FORGETS_A_WELD("") {
      @Override
      public SafeLine.Step look(SafeLine line, Watched seen, long now) {
        boolean forgets =
            line.supervisor().isActive(StationFault.CONTACTOR_WELDED)
                && !seen.contactors().closed().orElse(true);
        SafeLine from = forgets ? with(line, Supervisor.initial(ProductExploration.CONFIG)) : line;
        SafeLine.Step step = from.look(seen, now);
        return forgets
            ? new SafeLine.Step(
                step.next(),
                List.of(
                    new SafeLine.Effect.Fault(
                        new SupervisorEffect.Cleared(StationFault.CONTACTOR_WELDED))))
            : step;
      }
    },
    /** A fault stays for ever. */
    NEVER_FORGIVES("stays without its condition") {
      @Override
      public SafeLine.Step look(SafeLine line, Watched seen, long now) {
        SafeLine.Step step = line.look(seen, now);
        boolean cleared =
            line.supervisor().isActive(StationFault.EMERGENCY_STOP)
                && !step.next().supervisor().isActive(StationFault.EMERGENCY_STOP);
        Supervisor kept =
            step.next().supervisor().hold(StationFault.EMERGENCY_STOP, "", now).next();
        return cleared ? new SafeLine.Step(with(step.next(), kept), step.effects()) : step;
      }
    },
    /** Safe, and of no use to anybody. */
    GRANTS_NOTHING("charged") {
      @Override
      public SafeLine.Step permit(SafeLine line, boolean wanted, long now) {
        return line.permit(false, now);
      }
    };

    /** A way back that is missing is missing from the first states on. */
    private static final int LIVENESS_STATES = 5_000;

    private static final int SAFETY_STATES = 400_000;

    private final String expected;

    Wrong(String expected) {
      this.expected = expected;
    }

    private static SafeLine with(SafeLine line, Supervisor supervisor) {
      return new SafeLine(line.pilot(), supervisor, line.permission());
    }

    /** The same without any word of the devices but that of the power path. */
    private static Watched with(Watched seen, Watched.Devices silent) {
      Watched.Devices devices =
          new Watched.Devices(
              silent.celsius(),
              silent.residualTripped(),
              silent.selfTestFailed(),
              seen.devices().emergencyStop(),
              silent.earthLost(),
              silent.supplyFailing(),
              silent.safetyController(),
              seen.devices().powerPathNanos(),
              silent.faults());
      return new Watched(
          seen.plugged(),
          seen.contactors(),
          seen.lock(),
          seen.flow(),
          seen.outlet(),
          seen.grid(),
          seen.meter(),
          devices);
    }

    private static Watched with(Watched seen, boolean plugged, Watched.Contactors contactors) {
      return new Watched(
          plugged,
          contactors,
          seen.lock(),
          seen.flow(),
          seen.outlet(),
          seen.grid(),
          seen.meter(),
          seen.devices());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWrongTransitionIsCaught(Wrong wrong) {
    ProductExploration exploration = new ProductExploration(wrong);
    boolean liveness = wrong.compareTo(Wrong.NEVER_FORGIVES) >= 0;
    Optional<String> objection =
        exploration
            .explore(liveness ? Wrong.LIVENESS_STATES : Wrong.SAFETY_STATES)
            .or(exploration::stuck);
    assertTrue(objection.isPresent(), () -> wrong + " is not caught");
    assertTrue(objection.get().contains(wrong.expected), objection.get());
  }
}
