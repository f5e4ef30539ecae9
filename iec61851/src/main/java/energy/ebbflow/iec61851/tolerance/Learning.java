package energy.ebbflow.iec61851.tolerance;

import energy.ebbflow.iec61851.tolerance.Evidence.Outcome;
import energy.ebbflow.iec61851.tolerance.PauseTolerance.Verdict;
import java.time.Duration;
import java.time.Instant;

/** Draws conclusions from evidence. */
final class Learning {
  private Learning() {}

  /**
   * What is known after a pause.
   *
   * @param survivedThisSession pauses of this session that the vehicle had survived before
   */
  static PauseTolerance afterPause(
      PauseTolerance known, Evidence piece, int survivedThisSession, ToleranceConfig config) {
    long proven = known.provenPauseSeconds();
    PauseTolerance seen = known.seen(piece);
    if (!known.learns()) {
      return seen;
    }
    if (piece.outcome() == Outcome.RESUMED) {
      boolean enough = seen.survivedInARow() >= config.survivalsNeeded();
      Verdict verdict =
          enough
              ? Verdict.TOLERANT
              : known.verdict() == Verdict.UNKNOWN ? Verdict.ON_TEST : known.verdict();
      // A verdict that was confirmed starts to age anew.
      return verdict == known.verdict()
          ? renewed(seen, piece.at())
          : seen.concluded(verdict, piece.at());
    }
    // It failed. Perhaps only the pause was too long, or the last of too many.
    if (proven > 0 && piece.pauseSeconds() > proven) {
      return seen.withPauseLimitSeconds(proven);
    }
    if (survivedThisSession > 0) {
      // One is kept for an interruption that nobody chooses: a restart, a hard limit.
      return seen.withInterruptionLimit(Math.max(1, survivedThisSession - 1));
    }
    return seen.concluded(Verdict.INTOLERANT, piece.at());
  }

  private static PauseTolerance renewed(PauseTolerance known, Instant at) {
    return new PauseTolerance(
        known.verdict(),
        known.origin(),
        at,
        known.minimumAmps(),
        known.pauseLimitSeconds(),
        known.interruptionLimit(),
        known.evidence());
  }

  /** What is known after a vehicle has refused a low current and taken a higher one. */
  static PauseTolerance afterRefusal(PauseTolerance known, Evidence piece) {
    PauseTolerance seen = known.seen(piece);
    return known.learns() ? seen.withMinimumAmps(piece.amps()) : seen;
  }

  /** Whether a learned verdict is so old that the vehicle is to be tested again. */
  static boolean isStale(PauseTolerance known, ToleranceConfig config, Instant now) {
    if (!known.learns()) {
      return false;
    }
    Duration age = Duration.between(known.since(), now);
    return switch (known.verdict()) {
      case UNKNOWN, ON_TEST -> false;
      case TOLERANT -> age.compareTo(Duration.ofDays(config.tolerantForDays())) >= 0;
      case INTOLERANT -> age.compareTo(Duration.ofDays(config.intolerantForDays())) >= 0;
    };
  }

  /** What a stale verdict is worth: the limits and the minimum stay. */
  static PauseTolerance refreshed(PauseTolerance known, ToleranceConfig config, Instant now) {
    return isStale(known, config, now) ? known.concluded(Verdict.ON_TEST, now) : known;
  }
}
