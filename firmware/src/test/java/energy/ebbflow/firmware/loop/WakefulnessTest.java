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
        wakefulness.looked(false, false, 0);
      }
    }
    assertTrue(looks >= 10 && looks <= 20, looks + " looks");
    wakefulness.looked(false, true, 0);
    wakefulness.heard();
    assertEquals(Wakefulness.AFTER_ANSWER_NANOS, wakefulness.nanos(false));
  }

  /** A look that lost the processor meanwhile found its request late, though it found it. */
  @Test
  void whoLostTheProcessorWhileLookingDoesWithoutTheNextTime() {
    wakefulness.heard();
    assertTrue(wakefulness.nanos(false) > 0);
    wakefulness.looked(false, true, Wakefulness.AWAY_NANOS);
    for (int i = 0; i < Wakefulness.AFTER_AWAY; i++) {
      wakefulness.heard();
      assertEquals(0, wakefulness.nanos(false));
    }
    wakefulness.heard();
    assertTrue(wakefulness.nanos(false) > 0);
    wakefulness.looked(false, true, Wakefulness.AWAY_NANOS - 1);
    wakefulness.heard();
    assertTrue(wakefulness.nanos(false) > 0);
  }

  /** What is announced comes: looks after answers that were in vain do not count against it. */
  @Test
  void whatIsAnnouncedIsAlwaysWaitedFor() {
    wakefulness.heard();
    assertTrue(wakefulness.nanos(false) > 0);
    wakefulness.looked(false, false, 0);
    assertEquals(Wakefulness.ANNOUNCED_NANOS, wakefulness.nanos(true));
    wakefulness.looked(true, false, 0);
    assertEquals(Wakefulness.ANNOUNCED_NANOS, wakefulness.nanos(true));
  }
}
