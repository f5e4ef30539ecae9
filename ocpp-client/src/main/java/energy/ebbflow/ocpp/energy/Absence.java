package energy.ebbflow.ocpp.energy;

import energy.ebbflow.ocpp.time.Correction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Since when the back office is away. Thread-safe: of two links one corrects the time of both, on
 * its own thread (decision 0210), while the other looks.
 */
final class Absence {
  /** Our own: how exactly the beginning of an absence is known after a power cut. */
  static final Duration SEEN_EVERY = Duration.ofSeconds(60);

  private final Presence disk;

  /** When it was seen last, as the disk knows it: never a time at which it was not there. */
  private Optional<Instant> seen;

  /** It was lost then, and not only seen. */
  private boolean lost;

  private Optional<Instant> since;
  private boolean ofEarlierRun;

  /** K01.FR.101 counts from the loss of the back office, not from the last start of the station. */
  Absence(Presence disk) {
    this.disk = disk;
    this.seen = disk.lastSeen();
    this.lost = disk.lost();
    this.since = mayHaveBegun();
    this.ofEarlierRun = true;
  }

  /** It may have been there until the next time that it is kept: no absence is made longer. */
  private Optional<Instant> mayHaveBegun() {
    return lost ? seen : seen.map(at -> at.plus(SEEN_EVERY));
  }

  synchronized Optional<Instant> since() {
    return since;
  }

  /**
   * The back office is not there; the first word counts.
   *
   * @param wasThere until now
   */
  synchronized void began(Instant now, boolean wasThere) {
    if (since.isEmpty()) {
      since = Optional.of(now);
      ofEarlierRun = false;
      if (wasThere) {
        keep(now, true);
      }
    }
  }

  /** The back office is there again. */
  synchronized void ended(Instant now) {
    since = Optional.empty();
    ofEarlierRun = false;
    keep(now, false);
  }

  /** The back office is there; the disk is told now and then. */
  synchronized void seen(Instant now) {
    if (seen.filter(at -> !now.isBefore(at) && now.isBefore(at.plus(SEEN_EVERY))).isEmpty()) {
      keep(now, false);
    }
  }

  /** When it is to be kept again that the back office is there. */
  synchronized Optional<Instant> nextSeen() {
    return seen.map(at -> at.plus(SEEN_EVERY));
  }

  /** The time was wrong, and so is that of the loss, if this run has seen it. */
  synchronized void corrected(Correction correction) {
    Optional<Instant> before = seen;
    seen = seen.map(correction::of);
    since = ofEarlierRun ? mayHaveBegun() : since.map(correction::of);
    if (!seen.equals(before)) {
      seen.ifPresent(at -> disk.keep(at, lost));
    }
  }

  private void keep(Instant now, boolean gone) {
    seen = Optional.of(now);
    lost = gone;
    disk.keep(now, gone);
  }
}
