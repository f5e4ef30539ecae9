package energy.ebbflow.hal.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The lock motor: pulse, feedback, pause, jam; both sides of each time. */
class LockDriveTest {
  private static final long PULSE = 400_000_000;

  @Test
  void onePulseLocksABoltThatMoves() {
    LockDrive lock = LockDrive.initial(0).step(true, false, PULSE, 0);
    assertTrue(lock.forward());
    assertFalse(lock.reverse());
    lock = lock.step(true, true, PULSE, PULSE - 1);
    assertTrue(lock.forward(), "the pulse has its whole length, the bolt may bounce");
    lock = lock.step(true, true, PULSE, PULSE);
    assertFalse(lock.forward());
    assertEquals(LockDrive.Stage.RESTING, lock.stage());
  }

  @Test
  void aBoltThatDoesNotMoveIsTriedThreeTimesThenJammedAndTriedAgainLater() {
    LockDrive lock = LockDrive.initial(0);
    long now = 0;
    for (int pulse = 1; pulse <= LockDrive.TRIES_MAX; pulse++) {
      lock = lock.step(true, false, PULSE, now);
      assertTrue(lock.forward(), "pulse " + pulse);
      now += PULSE;
      lock = lock.step(true, false, PULSE, now);
      assertFalse(lock.forward());
      assertEquals(pulse == LockDrive.TRIES_MAX, lock.jammed());
      if (!lock.jammed()) {
        assertFalse(lock.step(true, false, PULSE, now + LockDrive.PAUSE_NANOS - 1).forward());
        now += LockDrive.PAUSE_NANOS;
      }
    }
    assertFalse(lock.step(true, false, PULSE, now + LockDrive.LONG_PAUSE_NANOS - 1).forward());
    assertTrue(lock.step(true, false, PULSE, now + LockDrive.LONG_PAUSE_NANOS).forward());
    // Somebody frees it by hand.
    assertEquals(LockDrive.Stage.RESTING, lock.step(true, true, PULSE, now + 1).stage());
  }

  @Test
  void aMotorIsNotTurnedRoundInTheMiddleOfAPulse() {
    LockDrive lock = LockDrive.initial(0).step(true, false, PULSE, 0);
    lock = lock.step(false, false, PULSE, PULSE / 2);
    assertTrue(lock.forward());
    lock = lock.step(false, true, PULSE, PULSE);
    assertTrue(lock.reverse());
  }

  @Test
  void aBoltThatLeavesItsPlaceByItselfIsDrivenBack() {
    LockDrive lock = LockDrive.initial(0).step(true, true, PULSE, 0);
    assertEquals(LockDrive.Stage.RESTING, lock.stage());
    assertTrue(lock.step(true, false, PULSE, 1).forward());
  }
}
