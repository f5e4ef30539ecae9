package energy.ebbflow.ocpp.energy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.ocpp.time.Correction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Since when the back office is away, by whichever thread the time is corrected. */
class AbsenceTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  /** A disk that takes as long as the test says to keep a certain time. */
  private static final class SlowDisk implements Presence {
    private final CountDownLatch writing = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private Optional<Instant> slow = Optional.empty();
    private volatile Optional<Instant> kept;

    SlowDisk(Optional<Instant> kept) {
      this.kept = kept;
    }

    @Override
    public void keep(Instant at, boolean lost) {
      if (slow.equals(Optional.of(at))) {
        writing.countDown();
        try {
          assertTrue(goOn.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
      kept = Optional.of(at);
    }

    @Override
    public Optional<Instant> lastSeen() {
      return kept;
    }

    @Override
    public boolean lost() {
      return false;
    }
  }

  /** The energy manager's link corrects the time while this link loses its back office. */
  @Test
  void aCorrectionOfAnotherThreadIsNotLost() throws InterruptedException {
    SlowDisk disk = new SlowDisk(Optional.empty());
    Absence absence = new Absence(disk);
    absence.ended(START);
    Instant lost = START.plusSeconds(90);
    disk.slow = Optional.of(lost);
    Thread link = new Thread(() -> absence.began(lost, true));
    link.start();
    assertTrue(disk.writing.await(20, TimeUnit.SECONDS));
    Duration by = Duration.ofHours(1);
    Thread other = new Thread(() -> absence.corrected(new Correction(START, by)));
    other.start();
    // Either it waits for the other one, or it has not and is over.
    while (other.getState() != Thread.State.BLOCKED
        && other.getState() != Thread.State.TERMINATED) {
      Thread.onSpinWait();
    }
    disk.goOn.countDown();
    link.join();
    other.join();
    assertEquals(Optional.of(lost.plus(by)), absence.since());
    assertEquals(Optional.of(lost.plus(by)), disk.kept);
  }

  /** What an earlier run has seen has another clock; its absence began a minute later at most. */
  @Test
  void theAbsenceOfAnEarlierRunIsNotCorrected() {
    Instant seen = START.minusSeconds(10);
    SlowDisk disk = new SlowDisk(Optional.of(seen));
    Absence absence = new Absence(disk);
    absence.began(START.plusSeconds(1), false);
    absence.corrected(new Correction(START, Duration.ofHours(1)));
    assertEquals(Optional.of(seen.plusSeconds(60)), absence.since());
    assertEquals(Optional.of(seen), disk.kept);
  }

  /** Whoever was never there was not seen when its absence began. */
  @Test
  void whoWasNotThereWasNotSeen() {
    SlowDisk disk = new SlowDisk(Optional.empty());
    Absence absence = new Absence(disk);
    absence.began(START, false);
    assertEquals(Optional.of(START), absence.since());
    assertEquals(Optional.empty(), disk.kept);
  }
}
