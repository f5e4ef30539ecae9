package energy.ebbflow.iec61851;

/**
 * Recognises the B-C-B toggle of a vehicle that wants to talk (ISO 15118-3), on the raw level,
 * since its pulses may be shorter than the debouncing.
 *
 * @param phase where in the pattern the line is
 * @param pulseSince when the running C pulse began
 * @param windowSince when the first counted pulse began
 * @param count pulses counted in the window
 */
record BcbDetector(Phase phase, long pulseSince, long windowSince, int count) {
  enum Phase {
    /** Waiting for B. */
    IDLE,
    /** In B. */
    LOW_LOAD,
    /** In C, coming from B. */
    PULSE
  }

  static final BcbDetector IDLE = new BcbDetector(Phase.IDLE, 0, 0, 0);

  /**
   * Takes in a measured level.
   *
   * @param quiet whether the contactors are commanded open: with energy on, C to B is a stop
   */
  BcbDetector measured(PilotLevel level, boolean quiet, PilotTiming timing, long now) {
    if (!quiet) {
      return IDLE;
    }
    return switch (level) {
      case B -> phase == Phase.PULSE ? pulseEnded(timing, now) : keep(Phase.LOW_LOAD);
      case C ->
          switch (phase) {
            case LOW_LOAD -> new BcbDetector(Phase.PULSE, now, windowSince, count);
            case PULSE, IDLE -> this;
          };
      case A, D, E, NO_DIODE, OUT_OF_RANGE -> IDLE;
    };
  }

  private BcbDetector keep(Phase next) {
    return new BcbDetector(next, pulseSince, windowSince, count);
  }

  private BcbDetector pulseEnded(PilotTiming timing, long now) {
    long length = now - pulseSince;
    if (length < timing.toggleMinNanos() || length > timing.toggleMaxNanos()) {
      return new BcbDetector(Phase.LOW_LOAD, 0, 0, 0);
    }
    boolean sameWindow = count > 0 && now - windowSince <= timing.toggleWindowNanos();
    return sameWindow
        ? new BcbDetector(Phase.LOW_LOAD, pulseSince, windowSince, count + 1)
        : new BcbDetector(Phase.LOW_LOAD, pulseSince, pulseSince, 1);
  }
}
