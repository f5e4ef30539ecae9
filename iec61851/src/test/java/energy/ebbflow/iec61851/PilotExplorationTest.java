package energy.ebbflow.iec61851;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iec61851.PilotMachine.Memory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proof by exhaustion: in every reachable state, whatever happens next, the contactors are closed
 * only for a vehicle that asks, with permission, and every state has a way back.
 */
class PilotExplorationTest {
  private static final PilotTiming TICKS = PilotExploration.TICKS;

  /** The safety rules, written independently of the machine. */
  static Optional<String> judge(
      boolean ventilation, Memory before, PilotMachine.Step step, long now) {
    Memory after = step.next().memory().orElseThrow();
    boolean closes =
        step.effects().stream().anyMatch(PilotEffect.CloseContactors.class::isInstance);
    boolean opens = step.effects().stream().anyMatch(PilotEffect.OpenContactors.class::isInstance);
    boolean was = before.gate().closed();
    boolean is = after.gate().closed();
    if (is != (was && !opens || closes) || closes && opens) {
      return Optional.of("the command in memory is not the one that was given");
    }
    PilotLevel raw = after.line().raw();
    boolean asks = raw == PilotLevel.C || raw == PilotLevel.D && ventilation;
    if (closes) {
      boolean state = after.state() == PilotState.C || after.state() == PilotState.D && ventilation;
      if (!state || !asks || !after.permission() || !after.signal().isPwm() || was) {
        return Optional.of("contactors closed outside C/D with permission and PWM");
      }
    }
    if (!was && after.gate().feedback() == null && begins(before, after)) {
      return Optional.of("a mirror contact that says nothing counts as a weld");
    }
    if (!is) {
      return Optional.empty();
    }
    if (!after.permission()) {
      return Optional.of("contactors closed without permission");
    }
    if (after.signal().isNegative() || after.state() == PilotState.A) {
      return Optional.of("contactors closed in " + after.state());
    }
    if (!after.faults().isEmpty()) {
      return Optional.of("contactors closed with " + after.faults());
    }
    if (!asks && now - after.line().requestSince() >= TICKS.openNanos()) {
      return Optional.of("contactors closed although the vehicle has stopped asking");
    }
    if (after.signal().isSteady() && now - after.signal().since() >= TICKS.forceOpenNanos()) {
      return Optional.of("contactors closed although PWM ended long ago");
    }
    if (now - after.line().lastSample() >= TICKS.sampleTimeoutNanos()) {
      return Optional.of("contactors closed although nobody measures the line");
    }
    if (after.gate().feedback() == null
        && now - after.gate().contradictSince() >= TICKS.followNanos()) {
      return Optional.of("contactors closed although nobody has seen them close");
    }
    return Optional.empty();
  }

  private static boolean begins(Memory before, Memory after) {
    return after.faults().contains(PilotFault.CONTACTOR_DOES_NOT_FOLLOW)
        && !before.faults().contains(PilotFault.CONTACTOR_DOES_NOT_FOLLOW);
  }

  private static long timeOf(PilotInput input) {
    return input instanceof PilotInput.Tick ? 1 : 0;
  }

  private static Optional<String> explore(PilotExploration exploration, boolean ventilation) {
    return exploration.explore(
        (before, input, step) -> judge(ventilation, before, step, timeOf(input)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void contactorsAreNeverClosedOutsideCOrDWithPermissionAndEveryStateHasAWayBack(
      boolean ventilation) {
    PilotExploration exploration = new PilotExploration(ventilation, PilotMachine::step);
    assertEquals(Optional.empty(), explore(exploration, ventilation));
    System.out.printf(
        "pilot machine, ventilation %s: %,d states, %,d transitions, fixpoint reached%n",
        ventilation, exploration.states(), exploration.transitions());
    assertTrue(
        exploration.states() > 10_000, "an exploration that explores nothing proves nothing");

    assertTrue(
        exploration.reached().stream()
            .allMatch(k -> k == PilotExploration.encode(PilotExploration.decode(k), 0)),
        "every state survives its encoding");
    OptionalLong stuck =
        exploration.reached().stream().filter(key -> !comesBack(exploration, key)).findAny();
    assertTrue(
        stuck.isEmpty(), () -> "no way back from " + PilotExploration.decode(stuck.getAsLong()));
  }

  /** Unplugging leads to idle, and the next vehicle then charges: from any state. */
  private static boolean comesBack(PilotExploration exploration, long key) {
    Run run = new Run(exploration.machine(key));
    run.input(new PilotInput.Offer(new PilotOffer.None()));
    run.input(new PilotInput.Permission(false));
    for (int i = 0; i < 5; i++) {
      run.input(new PilotInput.ContactorFeedback(false));
      run.sample(12);
    }
    PilotMachine idle = run.machine;
    if (idle.state() != PilotState.A || !idle.faults().isEmpty() || idle.contactorsClosed()) {
      return false;
    }
    run.input(new PilotInput.Permission(true));
    run.input(new PilotInput.Offer(new PilotOffer.Basic(10)));
    for (double volts : new double[] {9, 9, 9, 9, 6, 6, 6, 6}) {
      run.sample(volts);
    }
    return run.machine.contactorsClosed();
  }

  private static final class Run {
    private PilotMachine machine;
    private long now;

    Run(PilotMachine machine) {
      this.machine = machine;
    }

    void input(PilotInput input) {
      machine = machine.step(input, now).next();
    }

    void sample(double volts) {
      now++;
      input(new PilotInput.Sample(volts, -12));
    }
  }

  /** A machine that keeps the contactors closed where it must open them, in one kind of step. */
  private static PilotExploration.Stepper forgetsToOpen(Class<? extends PilotInput> on) {
    return (machine, input, now) -> {
      PilotMachine.Step step = machine.step(input, now);
      if (!on.isInstance(input) || !machine.contactorsClosed() || step.next().contactorsClosed()) {
        return step;
      }
      Memory m = step.next().memory().orElseThrow();
      Memory wrong =
          new Memory(
              m.state(),
              m.offer(),
              m.permission(),
              m.signal(),
              m.line(),
              machine.memory().orElseThrow().gate(),
              m.bcb(),
              m.faults());
      List<PilotEffect> effects =
          step.effects().stream().filter(e -> !(e instanceof PilotEffect.OpenContactors)).toList();
      return new PilotMachine.Step(PilotMachine.of(new PilotConfig(false, TICKS), wrong), effects);
    };
  }

  @ParameterizedTest
  @ValueSource(
      classes = {PilotInput.Tick.class, PilotInput.Offer.class, PilotInput.Permission.class})
  void aTransitionThatForgetsToOpenIsCaught(Class<? extends PilotInput> on) {
    Optional<String> objection = explore(new PilotExploration(false, forgetsToOpen(on)), false);
    assertTrue(objection.isPresent());
    assertTrue(objection.get().startsWith("contactors closed"), objection.get());
  }

  @Test
  void aTransitionThatClosesWithoutPermissionIsCaught() {
    PilotExploration.Stepper wrong =
        (machine, input, now) ->
            input.equals(new PilotInput.Permission(false))
                ? machine.step(new PilotInput.Permission(true), now)
                : machine.step(input, now);
    // The machine believes in a permission that nobody gave: seen from outside only by comparing
    // what was said with what is remembered.
    Optional<String> objection =
        new PilotExploration(false, wrong)
            .explore(
                (before, input, step) ->
                    input.equals(new PilotInput.Permission(false)) && step.next().contactorsClosed()
                        ? Optional.of("contactors closed without permission")
                        : Optional.empty());
    assertEquals(
        Optional.of(true), objection.map(text -> text.startsWith("contactors closed without")));
  }
}
