package energy.ebbflow.iec61851;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The measured side of the pilot: the last level, since when it is there, and what it has become
 * after debouncing.
 *
 * @param raw the last measured level, null when nothing has been measured since state F
 * @param rawSince since when {@code raw} is there
 * @param settled the debounced level, null when none has been stable since state F
 * @param requesting whether {@code raw} asks for energy: C, or D where ventilation exists
 * @param requestSince since when {@code requesting} has its value
 * @param diodeSeen whether the last sample was taken while the diode could be judged
 * @param lastSample when the line was measured last
 */
record PilotLine(
    @Nullable PilotLevel raw,
    long rawSince,
    @Nullable PilotLevel settled,
    boolean requesting,
    long requestSince,
    boolean diodeSeen,
    long lastSample) {

  /** At the start of the board: its first sample may take longer than the distance of two. */
  static PilotLine starting(PilotTiming timing, long now) {
    long patience = timing.firstSampleNanos() - timing.sampleTimeoutNanos();
    return new PilotLine(null, now, null, false, now, false, now + patience);
  }

  static PilotLine unmeasured(long now) {
    return new PilotLine(null, now, null, false, now, false, now);
  }

  /** Forgets what was seen, because the signal on the line has become another. */
  PilotLine forgotten(long now) {
    return new PilotLine(null, now, null, false, now, false, lastSample);
  }

  /**
   * Takes in a measured level. After a gap in the measurement nothing counts as having been stable.
   */
  PilotLine measured(PilotLevel level, boolean diodeJudged, PilotConfig config, long now) {
    boolean request = level == PilotLevel.C || level == PilotLevel.D && config.ventilation();
    boolean gap = isStale(config.timing(), now);
    return new PilotLine(
        level,
        level == raw && !gap ? rawSince : now,
        settled,
        request,
        request == requesting && !gap ? requestSince : now,
        diodeJudged,
        now);
  }

  /** As if the line had been measured at {@code sample}, without a level. */
  PilotLine excused(long sample) {
    return new PilotLine(raw, rawSince, settled, requesting, requestSince, diodeSeen, sample);
  }

  /** Whether the line has not been measured for too long. */
  boolean isStale(PilotTiming timing, long now) {
    return now - lastSample >= timing.sampleTimeoutNanos();
  }

  /** Lets the raw level become the settled one when it is old enough. */
  PilotLine settle(PilotTiming timing, long now) {
    if (raw == null || raw == settled || now - rawSince < debounce(raw, timing)) {
      return this;
    }
    return new PilotLine(raw, rawSince, raw, requesting, requestSince, diodeSeen, lastSample);
  }

  static long debounce(PilotLevel level, PilotTiming timing) {
    return level == PilotLevel.A ? timing.unplugNanos() : timing.debounceNanos();
  }

  /** Whether the vehicle still counts as asking for energy: short dips are bridged. */
  boolean asks(PilotTiming timing, long now) {
    return requesting || now - requestSince < timing.openNanos();
  }

  /** Whether the vehicle has been asking long enough, diode included, to close the contactors. */
  boolean asksSteadily(PilotTiming timing, long now) {
    return requesting && diodeSeen && now - requestSince >= timing.debounceNanos();
  }

  Optional<PilotLevel> settledLevel() {
    return Optional.ofNullable(settled);
  }
}
