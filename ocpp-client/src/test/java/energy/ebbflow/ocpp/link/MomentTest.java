package energy.ebbflow.ocpp.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A back office may put the end of a profile anywhere. */
class MomentTest {
  private static final Moment NOW = new Moment(5, Instant.parse("2026-04-01T00:00:00Z"));

  @Test
  void aWaitEndsAMillisecondLateAtMost() {
    assertEquals(1_501_000_000, NOW.nanosUntil(NOW.instant().plusMillis(1_500)));
    assertEquals(0, NOW.nanosUntil(NOW.instant().minusMillis(1)));
    assertEquals(0, NOW.nanosUntil(Instant.MIN));
  }

  @Test
  void aTimeFarAwayIsLookedAtEveryDay() {
    for (Instant due :
        new Instant[] {
          Instant.parse("2400-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"), Instant.MAX
        }) {
      assertEquals(Duration.ofDays(1).toNanos(), NOW.nanosUntil(due));
    }
  }
}
