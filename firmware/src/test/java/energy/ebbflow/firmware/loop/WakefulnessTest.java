package energy.ebbflow.firmware.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WakefulnessTest {
  private final Wakefulness wakefulness = new Wakefulness();

  @BeforeEach
  void twoProcessors() {
    Assumptions.assumeTrue(
        Runtime.getRuntime().availableProcessors() > 1, "with one processor nobody looks out");
  }

  /** A station without a vehicle sleeps: no processor time is spent on waiting. */
  @Test
  void withoutAVehicleNobodyLooksOut() {
    assertEquals(0, wakefulness.nanos(false));
  }

  /** One look for each request, not one for each pass. */
  @Test
  void aRequestIsFollowedByOneLook() {
    wakefulness.heard();
    assertEquals(Wakefulness.AFTER_ANSWER_NANOS, wakefulness.nanos(false));
    assertEquals(0, wakefulness.nanos(false));
  }

  /** A vehicle at ten requests a second costs nothing for long: the pauses double up to a bound. */
  @Test
  void looksInVainBecomeRareAndOneThatSucceedsMakesThemFrequent() {
    int looks = 0;
    for (int i = 0; i < 10 * Wakefulness.WITHOUT_MAX; i++) {
      wakefulness.heard();
      if (wakefulness.nanos(false) > 0) {
        looks++;
        wakefulness.looked(false, false);
      }
    }
    assertTrue(looks >= 10 && looks <= 20, looks + " looks");
    wakefulness.looked(false, true);
    wakefulness.heard();
    assertEquals(Wakefulness.AFTER_ANSWER_NANOS, wakefulness.nanos(false));
  }

  /** What is announced comes: looks after answers that were in vain do not count against it. */
  @Test
  void whatIsAnnouncedIsAlwaysWaitedFor() {
    wakefulness.heard();
    assertTrue(wakefulness.nanos(false) > 0);
    wakefulness.looked(false, false);
    assertEquals(Wakefulness.ANNOUNCED_NANOS, wakefulness.nanos(true));
    wakefulness.looked(true, false);
    assertEquals(Wakefulness.ANNOUNCED_NANOS, wakefulness.nanos(true));
  }
}
