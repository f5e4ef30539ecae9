package energy.ebbflow.ocpp.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A correction holds everywhere or nowhere. */
class TimescaleTest {
  private static final Instant START = Instant.parse("2026-04-01T00:00:00Z");

  @Test
  void whatCannotBeStoredIsNotCorrected() {
    Timescale scale = new Timescale(START, () -> Optional.of(START), () -> 0);
    List<Instant> kept = new ArrayList<>(List.of(START.plusSeconds(5), START.minusSeconds(5)));
    boolean[] full = {true};
    scale.keeper(right -> kept.replaceAll(right::of));
    scale.keeper(
        right -> {
          if (full[0]) {
            throw new IllegalStateException("the disk is full");
          }
        });

    assertFalse(scale.correct(Duration.ofHours(1)));
    assertEquals(START, scale.corrected(START));
    assertEquals(List.of(START.plusSeconds(5), START.minusSeconds(5)), kept);

    full[0] = false;
    assertTrue(scale.correct(Duration.ofHours(-1)));
    assertEquals(START.minusSeconds(3600), scale.corrected(START));
    assertEquals(List.of(START.minusSeconds(3595), START.minusSeconds(5)), kept);
  }

  @Test
  void aTimeOfThisCenturyIsBelieved() {
    assertTrue(Timescale.believable(START));
    assertFalse(Timescale.believable(Instant.parse("0001-01-01T00:00:00Z")));
    assertFalse(Timescale.believable(Instant.parse("2100-01-01T00:00:00Z")));
    assertFalse(Timescale.believable(Instant.MAX));
  }

  /** What has ended keeps no times, and nobody waits for it. */
  @Test
  void whoHasEndedIsNotAsked() {
    Timescale scale = new Timescale(START, () -> Optional.of(START), () -> 0);
    Runnable ends =
        scale.keeper(
            right -> {
              throw new IllegalStateException("the database is closed");
            });
    assertTrue(scale.keep());
    assertFalse(scale.correct(Duration.ofHours(1)));
    ends.run();
    scale.release();
    assertTrue(scale.correct(Duration.ofHours(1)));
    assertTrue(scale.keep(), "the next one keeps the time");
  }

  /** The steady time has gone on since the start: what was written meanwhile is not ahead of it. */
  @Test
  void whatThisProcessWroteIsNotAhead() {
    long[] nanos = {Duration.ofHours(5).toNanos()};
    Timescale scale = new Timescale(START, () -> Optional.of(START), () -> nanos[0]);
    scale.startAfter(START.plus(Duration.ofHours(5)).minusMillis(1));
    assertEquals(START, scale.since());
    // An earlier run was 3 s ahead: so much it moves, whatever has been counted.
    scale.startAfter(START.plus(Duration.ofHours(5)).plusSeconds(3));
    assertEquals(START.plusSeconds(3).plusMillis(1), scale.since());
  }
}
