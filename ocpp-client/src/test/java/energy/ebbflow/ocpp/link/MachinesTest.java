package energy.ebbflow.ocpp.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MachinesTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void backoffDoublesAsOftenAsSaidThenStays() {
    // OCPP 2.1 part 4, 5.3.
    Backoff backoff = Backoff.initial(2 * SECOND, 5 * SECOND, 3);
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Backoff.Step step = backoff.failed(0);
      waits.add(step.waitNanos() / SECOND);
      backoff = step.next();
    }
    assertEquals(List.of(2L, 4L, 8L, 16L, 16L, 16L), waits);
    assertEquals(2 * SECOND, backoff.connected().failed(0).waitNanos());
    assertEquals(2 * SECOND + 5 * SECOND / 2, backoff.connected().failed(0.5).waitNanos());
  }

  @Test
  void backoffNeverOverflows() {
    Backoff backoff = Backoff.initial(3_600 * SECOND, 0, Integer.MAX_VALUE);
    for (int i = 0; i < 1_000; i++) {
      Backoff.Step step = backoff.failed(0.99);
      assertTrue(step.waitNanos() > 0);
      backoff = step.next();
    }
  }

  @Test
  void registrationWaitsTheIntervalOfThePendingAnswer() {
    // B02.FR.03.
    Registration pending =
        Registration.initial(0).asked().answered(Registration.Verdict.PENDING, 10, 0);
    assertFalse(pending.bootDue(10 * SECOND - 1));
    assertTrue(pending.bootDue(10 * SECOND));
  }

  @Test
  void aRefusedBootIsTriedAgainAndIsNoAcceptance() {
    Registration failed = Registration.initial(0).asked().failed(0);
    assertFalse(failed.accepted());
    assertFalse(failed.bootDue(Registration.DEFAULT_RETRY_NANOS - 1));
    assertTrue(failed.bootDue(Registration.DEFAULT_RETRY_NANOS));
  }

  @Test
  void heartbeatIsDueAfterTheIntervalOfSilence() {
    Registration accepted =
        Registration.initial(0).asked().answered(Registration.Verdict.ACCEPTED, 60, 0);
    assertFalse(accepted.heartbeatDue(60 * SECOND - 1));
    assertTrue(accepted.heartbeatDue(60 * SECOND));
    assertFalse(accepted.heard(30 * SECOND).heartbeatDue(90 * SECOND - 1));
  }

  @Test
  void anIntervalOfZeroLeavesTheChoiceToTheStation() {
    // B01.FR.05.
    assertEquals(
        Registration.DEFAULT_HEARTBEAT_NANOS,
        Registration.initial(0)
            .asked()
            .answered(Registration.Verdict.ACCEPTED, 0, 0)
            .intervalNanos());
  }

  @Test
  void silenceIsPingedThenClosed() {
    KeepAlive alive = KeepAlive.initial(30 * SECOND, 10 * SECOND, 0);
    assertEquals(KeepAlive.Wish.NOTHING, alive.wish(30 * SECOND - 1));
    assertEquals(KeepAlive.Wish.PING, alive.wish(30 * SECOND));
    KeepAlive pinged = alive.pinged(30 * SECOND);
    assertEquals(KeepAlive.Wish.NOTHING, pinged.wish(40 * SECOND - 1));
    assertEquals(KeepAlive.Wish.CLOSE, pinged.wish(40 * SECOND));
    assertEquals(KeepAlive.Wish.NOTHING, pinged.heard(35 * SECOND).wish(64 * SECOND));
  }

  @Test
  void anIntervalOfZeroNeverPings() {
    assertEquals(KeepAlive.Wish.NOTHING, KeepAlive.initial(0, SECOND, 0).wish(Long.MAX_VALUE / 4));
  }
}
