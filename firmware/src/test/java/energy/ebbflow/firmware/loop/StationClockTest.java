package energy.ebbflow.firmware.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.evse.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StationClockTest {
  private static void close(Duration expected, Instant from, Instant to) {
    Duration wrong = Duration.between(from, to).minus(expected).abs();
    assertTrue(wrong.compareTo(Duration.ofSeconds(5)) < 0, () -> from + " and " + to);
  }

  /** What the back office corrects moves the wall clock, and neither of the other two. */
  @Test
  void aCorrectionMovesTheWallClockAlone() {
    StationClock clock = new StationClock(OptionalLong.empty(), 1);
    assertTrue(clock.forLinks().timescale().keep());
    Moment before = clock.now();
    clock.forLinks().timescale().correct(Duration.ofDays(-2));
    Moment after = clock.now();
    close(Duration.ofDays(-2), before.wall(), after.wall());
    close(Duration.ZERO, before.steady(), after.steady());
    assertTrue(after.nanos() - before.nanos() < 5_000_000_000L);
    close(Duration.ZERO, after.wall(), clock.forLinks().now().instant());
  }

  /** Nobody keeps the time of a station that stands alone: the machine's clock is shown. */
  @Test
  void withoutABackOfficeTheMachinesClockCounts() {
    Moment now = new StationClock(OptionalLong.empty(), 1).now();
    close(Duration.ZERO, Instant.now(), now.wall());
  }

  /** On the bench all clocks are the agreed one, and nobody corrects it. */
  @Test
  void theBenchAgreesOnAClock() {
    StationClock clock = new StationClock(OptionalLong.of(System.currentTimeMillis()), 10);
    Moment now = clock.now();
    assertEquals(now.wall(), now.steady());
    assertTrue(clock.forLinks().timescale().machine().isEmpty());
    close(Duration.ZERO, now.wall(), clock.forLinks().now().instant());
  }
}
