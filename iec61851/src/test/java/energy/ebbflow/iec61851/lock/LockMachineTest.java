package energy.ebbflow.iec61851.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iec61851.lock.LockEffect.Fault;
import energy.ebbflow.iec61851.lock.LockEffect.FaultCleared;
import energy.ebbflow.iec61851.lock.LockEffect.Lock;
import energy.ebbflow.iec61851.lock.LockEffect.Secured;
import energy.ebbflow.iec61851.lock.LockEffect.Unlock;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The lock: strokes, patience, and what must never happen. */
class LockMachineTest {
  private LockMachine machine = LockMachine.initial();
  private final List<LockEffect> effects = new ArrayList<>();
  private long now = -5;

  private LockMachineTest step(LockInput input) {
    LockMachine.Step step = machine.step(input, now);
    machine = step.next();
    effects.addAll(step.effects());
    return this;
  }

  private LockMachineTest want(boolean locked) {
    return step(new LockInput.Want(locked));
  }

  private LockMachineTest bolt(boolean locked) {
    return step(new LockInput.Feedback(locked));
  }

  private LockMachineTest contactors(boolean closed) {
    return step(new LockInput.ContactorFeedback(closed));
  }

  private LockMachineTest after(long nanos) {
    now += nanos;
    return step(new LockInput.Tick());
  }

  private LockMachineTest locked() {
    bolt(false).want(true).bolt(true);
    effects.clear();
    return this;
  }

  @Test
  void thePlugIsSecuredWhenTheBoltIsSeenIn() {
    bolt(false).want(true);
    assertEquals(List.of(new Lock()), effects);
    assertFalse(machine.secured());
    bolt(true);
    assertEquals(List.of(new Lock(), new Secured(true)), effects);
  }

  @Test
  void aBoltThatDoesNotMoveInIsTriedThreeTimes() {
    bolt(false).want(true).after(LockMachine.STROKE_NANOS - 1);
    assertEquals(List.of(new Lock()), effects);
    after(1).after(LockMachine.STROKE_NANOS);
    assertEquals(List.of(new Lock(), new Lock(), new Lock()), effects);
    after(LockMachine.STROKE_NANOS);
    assertEquals(new Fault(LockFault.DOES_NOT_LOCK), effects.getLast());
    effects.clear();
    after(LockMachine.RETRY_NANOS * 10);
    assertEquals(List.of(), effects);
    want(false);
    assertEquals(List.of(new FaultCleared(LockFault.DOES_NOT_LOCK)), effects);
  }

  @Test
  void theBoltNeverMovesOutUnderLoad() {
    locked().contactors(true).want(false).after(LockMachine.RETRY_NANOS);
    assertEquals(List.of(new Secured(false)), effects);
    contactors(false);
    assertEquals(List.of(new Secured(false), new Unlock()), effects);
  }

  @Test
  void aBoltThatDoesNotComeOutIsTriedForEver() {
    locked().want(false);
    for (int i = 0; i < 3; i++) {
      after(LockMachine.STROKE_NANOS);
    }
    assertEquals(4, effects.stream().filter(Unlock.class::isInstance).count());
    assertEquals(new Fault(LockFault.DOES_NOT_UNLOCK), effects.getLast());
    effects.clear();
    after(LockMachine.RETRY_NANOS - 1);
    assertEquals(List.of(), effects);
    after(1);
    assertEquals(List.of(new Unlock()), effects);
    bolt(false);
    assertEquals(new FaultCleared(LockFault.DOES_NOT_UNLOCK), effects.getLast());
  }

  @Test
  void aBoltThatIsForcedOutEndsTheEnergyAtOnce() {
    locked().contactors(true).bolt(false);
    assertEquals(List.of(new Secured(false), new Fault(LockFault.LOST)), effects);
    bolt(true);
    assertFalse(machine.secured(), "not trusted again in this session");
    contactors(false).want(false).bolt(false).want(true).bolt(true);
    assertTrue(machine.secured());
  }

  @Property
  void neverUnlockedUnderLoadNorSecuredWithTheBoltOut(
      @ForAll @Size(max = 60) List<@IntRange(max = 7) Integer> script) {
    LockMachine lock = LockMachine.initial();
    boolean energised = false;
    boolean bolt = false;
    long time = 0;
    for (int choice : script) {
      LockInput input =
          switch (choice) {
            case 0 -> new LockInput.Want(true);
            case 1 -> new LockInput.Want(false);
            case 2 -> new LockInput.Feedback(bolt = true);
            case 3 -> new LockInput.Feedback(bolt = false);
            case 4 -> new LockInput.ContactorFeedback(energised = true);
            case 5 -> new LockInput.ContactorFeedback(energised = false);
            default -> new LockInput.Tick();
          };
      time += choice == 7 ? LockMachine.RETRY_NANOS : LockMachine.STROKE_NANOS;
      LockMachine.Step step = lock.step(input, time);
      lock = step.next();
      assertFalse(energised && step.effects().contains(new Unlock()), "unlocked under load");
      assertFalse(lock.secured() && !bolt, "secured with the bolt out");
    }
  }
}
