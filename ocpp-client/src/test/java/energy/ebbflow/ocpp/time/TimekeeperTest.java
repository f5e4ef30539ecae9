package energy.ebbflow.ocpp.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A machine that stalls between two readings is not one whose clock was set. */
class TimekeeperTest {
  private static final Instant START = Instant.parse("2026-04-01T00:00:00Z");
  private final Timekeeper keeper = new Timekeeper();

  private Optional<Duration> looked(long steadySeconds, long machineSeconds) {
    Instant steady = START.plusSeconds(steadySeconds);
    return keeper.looked(START.plusSeconds(machineSeconds), steady, steady);
  }

  private Optional<Duration> followed(long steadySeconds, long machineSeconds) {
    return keeper.followed(START.plusSeconds(machineSeconds), START.plusSeconds(steadySeconds));
  }

  /** The steady time was read, then the machine stood still for 5 s. */
  @Test
  void aStallIsNoSetClock() {
    assertEquals(Optional.empty(), looked(0, 0));
    assertEquals(Optional.empty(), looked(10, 15));
    assertTrue(keeper.suspects());
    assertEquals(Optional.empty(), looked(16, 16));
    assertFalse(keeper.suspects());
    assertEquals(Optional.empty(), looked(20, 24));
    assertEquals(Optional.empty(), looked(25, 25));
  }

  @Test
  void aClockThatStaysSetIsBelievedAtTheSecondLook() {
    looked(0, 0);
    assertEquals(Optional.empty(), looked(10, 3_610));
    assertEquals(Optional.of(Duration.ofHours(1)), looked(11, 3_611));
    assertEquals(Optional.empty(), looked(12, 3_612));
  }

  @Test
  void theSameWhereTheMachineCountsFirst() {
    assertEquals(Optional.empty(), followed(10, 15));
    assertEquals(Optional.empty(), followed(16, 16));
    assertEquals(Optional.empty(), followed(20, 3_620));
    assertEquals(Optional.of(Duration.ofHours(1)), followed(21, 3_621));
  }

  /** Two stalls of different length are not one set clock. */
  @Test
  void stallsOneAfterTheOtherAreNoneEither() {
    looked(0, 0);
    looked(10, 13);
    assertEquals(Optional.empty(), looked(20, 27));
    assertEquals(Optional.empty(), looked(30, 30));
  }
}
