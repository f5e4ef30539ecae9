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
    Timescale scale = new Timescale(START, () -> Optional.of(START));
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
}
