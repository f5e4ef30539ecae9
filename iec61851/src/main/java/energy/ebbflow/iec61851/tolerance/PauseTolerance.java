package energy.ebbflow.iec61851.tolerance;

import energy.ebbflow.iec61851.DutyCycle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known about how one vehicle bears interruptions. Kept per {@link VehicleKey}; {@link
 * PauseToleranceText} writes it down.
 *
 * @param verdict the conclusion
 * @param origin who drew it
 * @param since when it was drawn
 * @param minimumAmps smallest current at which the vehicle charges, at least 6 A
 * @param pauseLimitSeconds longest pause that it is exposed to; 0: not known
 * @param interruptionLimit most interruptions of one session; 0: not known
 * @param evidence what was seen, the newest last, at most {@link #MAX_EVIDENCE}
 */
public record PauseTolerance(
    Verdict verdict,
    Origin origin,
    Instant since,
    double minimumAmps,
    long pauseLimitSeconds,
    int interruptionLimit,
    List<Evidence> evidence) {
  /** Older evidence is dropped; the conclusions drawn from it stay. */
  public static final int MAX_EVIDENCE = 20;

  /** The conclusion. */
  public enum Verdict {
    /** Never interrupted: gets at least its minimum current. */
    UNKNOWN,
    /** Survived, but not yet often enough. */
    ON_TEST,
    /** Comes back from a pause: the whole range from 0 A is usable. */
    TOLERANT,
    /** Did not come back by itself: gets at least its minimum current. */
    INTOLERANT
  }

  /** Who drew the conclusion. A weaker origin never overwrites a stronger one. */
  public enum Origin {
    /** Seen here. */
    LEARNED,
    /** Preset by a fleet file; what is seen does not change it. */
    FLEET,
    /** Set by a person, over the back office or the local interface. */
    MANUAL
  }

  public PauseTolerance {
    if (!(minimumAmps >= DutyCycle.MIN_AMPS && minimumAmps <= DutyCycle.MAX_AMPS)) {
      throw new IllegalArgumentException(
          "a minimum current expects 6 to 80 A, got " + minimumAmps + " A");
    }
    if (pauseLimitSeconds < 0 || interruptionLimit < 0 || evidence.size() > MAX_EVIDENCE) {
      throw new IllegalArgumentException(
          "a pause tolerance expects limits of at least 0 and at most "
              + MAX_EVIDENCE
              + " pieces of evidence");
    }
    evidence = List.copyOf(evidence);
  }

  /** A vehicle that was never seen. */
  public static PauseTolerance unknown(Instant now) {
    return new PauseTolerance(
        Verdict.UNKNOWN, Origin.LEARNED, now, DutyCycle.MIN_AMPS, 0, 0, List.of());
  }

  /** A verdict that was not learned here. */
  public static PauseTolerance preset(
      Verdict verdict, Origin origin, double minimumAmps, Instant now) {
    return new PauseTolerance(verdict, origin, now, minimumAmps, 0, 0, List.of());
  }

  /** Whether what is seen may change the verdict. */
  public boolean learns() {
    return origin == Origin.LEARNED;
  }

  /** The longest pause that this vehicle has survived by itself, s. */
  public long provenPauseSeconds() {
    return evidence.stream()
        .filter(e -> e.outcome() == Evidence.Outcome.RESUMED)
        .mapToLong(Evidence::pauseSeconds)
        .max()
        .orElse(0);
  }

  /** How many pauses it survived by itself since it last failed. */
  public int survivedInARow() {
    int count = 0;
    for (Evidence e : evidence.reversed()) {
      switch (e.outcome()) {
        case RESUMED -> count++;
        case WOKEN, LOST -> {
          return count;
        }
        case REFUSED_CURRENT -> {}
      }
    }
    return count;
  }

  /** The same vehicle with one more piece of evidence; conclusions are {@link Learning}'s. */
  PauseTolerance seen(Evidence piece) {
    List<Evidence> pieces = new ArrayList<>(evidence);
    pieces.add(piece);
    int from = Math.max(0, pieces.size() - MAX_EVIDENCE);
    return new PauseTolerance(
        verdict,
        origin,
        since,
        minimumAmps,
        pauseLimitSeconds,
        interruptionLimit,
        pieces.subList(from, pieces.size()));
  }

  PauseTolerance concluded(Verdict newVerdict, Instant at) {
    return new PauseTolerance(
        newVerdict,
        origin,
        newVerdict == verdict ? since : at,
        minimumAmps,
        pauseLimitSeconds,
        interruptionLimit,
        evidence);
  }

  PauseTolerance withMinimumAmps(double amps) {
    return new PauseTolerance(
        verdict, origin, since, amps, pauseLimitSeconds, interruptionLimit, evidence);
  }

  PauseTolerance withPauseLimitSeconds(long seconds) {
    return new PauseTolerance(
        verdict, origin, since, minimumAmps, seconds, interruptionLimit, evidence);
  }

  PauseTolerance withInterruptionLimit(int count) {
    return new PauseTolerance(
        verdict, origin, since, minimumAmps, pauseLimitSeconds, count, evidence);
  }
}
