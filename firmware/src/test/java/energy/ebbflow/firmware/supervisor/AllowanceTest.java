package energy.ebbflow.firmware.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The time that a vehicle has to follow a lower current (IEC 61851-1 Table A.6, sequence 6). */
class AllowanceTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long FOLLOW = 5 * SECOND;
  private static final SupervisorConfig AC = SupervisorConfig.of(false, 230, 32, 80);

  @Test
  void aLowerValueCountsAfterFiveSecondsAndAHigherOneAtOnce() {
    Allowance told = Allowance.NOTHING.told(16, FOLLOW, 0).told(6, FOLLOW, 10 * SECOND);
    assertEquals(16, told.told(6, FOLLOW, 15 * SECOND - 1).most());
    assertEquals(6, told.told(6, FOLLOW, 15 * SECOND).most());
    assertEquals(20, told.told(20, FOLLOW, 11 * SECOND).most());
  }

  /** Reductions in a row do not add up: each value counts for 5 s from when it was replaced. */
  @Test
  void reductionsInARowDoNotAddUp() {
    Allowance told = Allowance.NOTHING.told(16, FOLLOW, 0);
    for (int second = 1; second <= 9; second++) {
      told = told.told(16 - second, FOLLOW, second * SECOND);
    }
    assertEquals(12, told.most());
    assertEquals(7, told.told(7, FOLLOW, 14 * SECOND).most());
  }

  /** However often the value changes, the memory is bounded and never stricter than it must be. */
  @Test
  void theMemoryIsBounded() {
    Allowance told = Allowance.NOTHING.told(1_000, FOLLOW, 0);
    for (int i = 1; i <= 500; i++) {
      told = told.told(1_000 - i, FOLLOW, i);
    }
    assertTrue(told.before().size() <= Allowance.TOLD_MAX);
    assertEquals(1_000, told.most());
    assertEquals(500, told.told(500, FOLLOW, 500 + FOLLOW).most());
  }

  /** Both sides of the deadline: 5 s to follow, 2 s that an excess must last. */
  @Test
  void aVehicleThatDoesNotFollowIsDisconnectedAfterSevenSeconds() {
    assertFalse(ignores(SECOND + 7 * SECOND - 1));
    assertTrue(ignores(SECOND + 7 * SECOND));
  }

  private static boolean ignores(long until) {
    Supervisor supervisor = Supervisor.initial(AC);
    supervisor = supervisor.step(seen(it -> it), 0).next();
    Watched still = seen(it -> it.commanded(6));
    for (long now = SECOND; now < until; now += SECOND / 10) {
      supervisor = supervisor.step(still, now).next();
    }
    return supervisor.step(still, until).next().isActive(StationFault.CURRENT_DEVIATION);
  }

  /** A vehicle that follows within 5 s is left alone. */
  @Test
  void aVehicleThatFollowsInTimeIsLeftAlone() {
    Supervisor supervisor = Supervisor.initial(AC);
    supervisor = supervisor.step(seen(it -> it), 0).next();
    for (long now = SECOND; now < 60 * SECOND; now += SECOND / 10) {
      boolean followed = now >= 6 * SECOND - SECOND / 10;
      double amps = followed ? 6 : 16;
      supervisor = supervisor.step(seen(it -> it.commanded(6).amps(amps, amps, amps)), now).next();
    }
    assertFalse(supervisor.isActive(StationFault.CURRENT_DEVIATION));
  }

  /** One phase too much is too much, whatever the others draw. */
  @Test
  void eachPhaseIsJudgedAlone() {
    Supervisor supervisor = Supervisor.initial(AC);
    Watched one = seen(it -> it.commanded(10).amps(0, 0, 12.1));
    supervisor = supervisor.step(one, 0).next();
    SupervisorEffect.Raised raised =
        (SupervisorEffect.Raised) supervisor.step(one, 2 * SECOND).effects().getFirst();
    assertEquals(StationFault.CURRENT_DEVIATION, raised.fault());
    assertTrue(raised.detail().startsWith("phase 3: 12.1 A"), raised.detail());
  }

  private static Watched seen(UnaryOperator<Seen> change) {
    return change.apply(Seen.alternating()).build();
  }
}
