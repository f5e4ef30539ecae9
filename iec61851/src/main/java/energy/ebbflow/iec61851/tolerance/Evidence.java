package energy.ebbflow.iec61851.tolerance;

import java.time.Instant;

/**
 * One thing that was seen of a vehicle.
 *
 * @param at when it ended
 * @param outcome what happened
 * @param pauseSeconds how long the pause was, at least 0; 0 for what is no pause
 * @param resumeSeconds how long the vehicle took to draw current again; 0 if it did not
 * @param amps the current that was offered when it happened
 */
public record Evidence(
    Instant at, Outcome outcome, long pauseSeconds, long resumeSeconds, double amps) {
  /** What a vehicle did. */
  public enum Outcome {
    /** It drew current again by itself. */
    RESUMED,
    /** It drew current again after the wake-up ladder. */
    WOKEN,
    /** It did not come back, or only long after the ladder had ended. */
    LOST,
    /** It stopped drawing at a low current and went on at a higher one. */
    REFUSED_CURRENT
  }

  public Evidence {
    if (pauseSeconds < 0 || resumeSeconds < 0 || !(amps >= 0)) {
      throw new IllegalArgumentException(
          "evidence expects durations and amperes of at least 0, got "
              + pauseSeconds
              + " s, "
              + resumeSeconds
              + " s, "
              + amps
              + " A");
    }
  }
}
