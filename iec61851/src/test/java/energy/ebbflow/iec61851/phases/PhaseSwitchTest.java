package energy.ebbflow.iec61851.phases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iec61851.phases.PhaseEffect.BeginPause;
import energy.ebbflow.iec61851.phases.PhaseEffect.ChangeAbandoned;
import energy.ebbflow.iec61851.phases.PhaseEffect.EndPause;
import energy.ebbflow.iec61851.phases.PhaseEffect.SelectPhases;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** One or three phases, both sides of each deadline. */
class PhaseSwitchTest {
  private static final long SECOND = 1_000_000_000L;

  /** 3 × 230 V × 6 A. */
  private static final double THREE_PHASE_MINIMUM = 4140;

  private PhaseSwitch phases = PhaseSwitch.initial(PhaseConfig.standard(16));
  private final List<PhaseEffect> effects = new ArrayList<>();
  private long now = 77;
  private boolean closed;
  private boolean stuck;

  private PhaseSwitchTest step(PhaseInput input) {
    PhaseSwitch.Step step = phases.step(input, now);
    phases = step.next();
    effects.addAll(step.effects());
    return this;
  }

  private PhaseSwitchTest demand(double watts) {
    return step(new PhaseInput.Demand(watts, 11_000));
  }

  /** Time passes; the contactors follow the pause within 3 s. */
  private PhaseSwitchTest run(long seconds) {
    for (long i = 0; i < seconds; i++) {
      now += SECOND;
      boolean target = !phases.pausing();
      if (!stuck && target != closed && (target || i >= 2)) {
        closed = target;
        step(new PhaseInput.ContactorFeedback(closed));
      }
      step(new PhaseInput.Tick());
    }
    return this;
  }

  private PhaseSwitchTest charging(boolean allowed) {
    step(new PhaseInput.Begin(allowed));
    return demand(9000).run(600);
  }

  @Test
  void aLowRequestLeadsToOnePhaseAfterItsHold() {
    charging(true).demand(2000).run(179);
    assertEquals(List.of(), effects);
    run(1);
    assertEquals(List.of(new BeginPause(3, 1)), effects);
    assertTrue(phases.pausing());
    run(30);
    assertEquals(List.of(new BeginPause(3, 1), new SelectPhases(1), new EndPause()), effects);
    assertEquals(2000 / 230.0, phases.ampsPerPhase(2000), 1e-9);
  }

  @Test
  void withoutPermissionForThisVehicleNothingIsSwitched() {
    charging(false).demand(2000).run(10_000);
    assertEquals(List.of(), effects);
  }

  @Test
  void theWayUpNeedsAMarginAndItsOwnHold() {
    charging(true).demand(2000).run(1000);
    effects.clear();
    demand(THREE_PHASE_MINIMUM + 299).run(5000);
    assertEquals(List.of(), effects, "within the hysteresis");
    demand(THREE_PHASE_MINIMUM + 300).run(299);
    assertEquals(List.of(), effects);
    run(1);
    assertEquals(List.of(new BeginPause(1, 3)), effects);
  }

  @Test
  void aRequestThatTremblesSwitchesNothing() {
    charging(true);
    for (int i = 0; i < 50; i++) {
      demand(2000).run(170).demand(5000).run(170);
    }
    assertEquals(List.of(), effects);
  }

  @Test
  void aRequestBelowOnePhaseSwitchesNothing() {
    charging(true).demand(230 * 6 - 1).run(5000);
    assertEquals(List.of(), effects);
  }

  @Test
  void theHardLimitCountsLikeTheRequest() {
    charging(true).step(new PhaseInput.Demand(9000, 2000)).run(180);
    assertEquals(List.of(new BeginPause(3, 1)), effects);
  }

  @Test
  void phasesAreSelectedTenSecondsAfterTheContactorsOpened() {
    charging(true).demand(2000).run(180);
    stuck = true;
    effects.clear();
    run(5);
    closed = false;
    step(new PhaseInput.ContactorFeedback(false)).run(9);
    assertEquals(List.of(), effects);
    run(1);
    assertEquals(List.of(new SelectPhases(1), new EndPause()), effects);
  }

  @Test
  void contactorsThatDoNotOpenWithin15SecondsEndTheAttempt() {
    charging(true).demand(2000);
    stuck = true;
    run(180 + 14);
    assertEquals(List.of(new BeginPause(3, 1)), effects);
    run(1);
    assertEquals(List.of(new BeginPause(3, 1), new ChangeAbandoned(3), new EndPause()), effects);
    assertEquals(3, phases.phases());
  }

  @Test
  void betweenTwoChangesLieTenMinutes() {
    charging(true).demand(2000).run(180 + 1 + 10);
    assertEquals(1, phases.phases());
    effects.clear();
    demand(9000).run(599);
    assertEquals(List.of(), effects);
    run(1);
    assertEquals(List.of(new BeginPause(1, 3)), effects);
  }

  @Test
  void aSessionHasFourChanges() {
    charging(true);
    for (int i = 0; i < 10; i++) {
      demand(2000).run(1000).demand(9000).run(1000);
    }
    assertEquals(4, effects.stream().filter(BeginPause.class::isInstance).count());
  }

  @Test
  void theNextVehicleStartsWithThreePhases() {
    charging(true).demand(2000).run(1000);
    assertEquals(1, phases.phases());
    closed = false;
    step(new PhaseInput.ContactorFeedback(false)).step(new PhaseInput.End());
    assertEquals(3, phases.phases());
    assertEquals(new SelectPhases(3), effects.getLast());
  }

  @Test
  void anEndInTheMiddleOfAChangeEndsThePause() {
    charging(true).demand(2000).run(181).step(new PhaseInput.End());
    assertFalse(phases.pausing());
    assertEquals(new EndPause(), effects.getLast());
  }

  @Property(tries = 300)
  void phasesAreNeverSelectedWithClosedContactors(
      @ForAll @Size(max = 60) List<@IntRange(max = 8) Integer> script) {
    PhaseSwitch machine = PhaseSwitch.initial(PhaseConfig.standard(16));
    long time = 0;
    boolean isClosed = false;
    for (int choice : script) {
      PhaseInput input =
          switch (choice) {
            case 0 -> new PhaseInput.Begin(true);
            case 1 -> new PhaseInput.End();
            case 2, 3 -> new PhaseInput.Demand(2000, 11_000);
            case 4, 5 -> new PhaseInput.Demand(9000, 11_000);
            case 6 -> new PhaseInput.ContactorFeedback(isClosed = true);
            case 7 -> new PhaseInput.ContactorFeedback(isClosed = false);
            default -> new PhaseInput.Tick();
          };
      for (int i = 0; i < 400; i++) {
        PhaseSwitch.Step step = machine.step(i == 0 ? input : new PhaseInput.Tick(), time);
        machine = step.next();
        boolean selects = step.effects().stream().anyMatch(SelectPhases.class::isInstance);
        assertFalse(selects && isClosed, "phases selected under load");
        time += SECOND;
      }
    }
  }

  /** What somebody says of the vehicle in the middle of a session is no new session. */
  @Test
  void aWordInTheMiddleOfASessionDoesNotRenewItsBudget() {
    charging(true);
    for (int change = 0; change < 3; change++) {
      demand(2300).run(1000);
      demand(9000).run(1000);
      step(new PhaseInput.Begin(true));
    }
    assertEquals(4, effects.stream().filter(BeginPause.class::isInstance).count());
    step(new PhaseInput.End()).step(new PhaseInput.Begin(true)).demand(2300).run(1000);
    assertEquals(5, effects.stream().filter(BeginPause.class::isInstance).count());
  }
}
