package energy.ebbflow.iec61851.phases;

/**
 * Patience of the phase switch.
 *
 * @param voltsNominal line to neutral
 * @param minimumAmps smallest current per phase that the vehicle charges with, at least 6 A
 * @param maximumAmps largest current per phase that may be signalled
 * @param riseMarginWatts by how much the request must exceed the minimum of three phases before
 *     they are used: hysteresis
 * @param holdUpSeconds how long it must do so
 * @param holdDownSeconds how long the request must be below the minimum of three phases before one
 *     is used
 * @param pilotOffSeconds how long the pilot signals no energy around the change. At least 10 s;
 *     some products wait 90 s to 5 min
 * @param restSeconds least time between two changes: contactors and vehicles wear
 * @param changesPerSession budget of changes; each interrupts the vehicle
 */
public record PhaseConfig(
    double voltsNominal,
    double minimumAmps,
    double maximumAmps,
    double riseMarginWatts,
    long holdUpSeconds,
    long holdDownSeconds,
    long pilotOffSeconds,
    long restSeconds,
    int changesPerSession) {
  /** Shortest time without PWM around a change, s: see the timing page. */
  public static final long SHORTEST_PILOT_OFF_SECONDS = 10;

  public PhaseConfig {
    if (!(minimumAmps >= 6 && maximumAmps >= minimumAmps && voltsNominal > 0)) {
      throw new IllegalArgumentException(
          "phase switching expects 6 A <= minimum <= maximum and a positive voltage, got "
              + minimumAmps
              + " A, "
              + maximumAmps
              + " A, "
              + voltsNominal
              + " V");
    }
    if (pilotOffSeconds < SHORTEST_PILOT_OFF_SECONDS || changesPerSession < 0) {
      throw new IllegalArgumentException(
          "phase switching expects at least 10 s without PWM, got " + pilotOffSeconds + " s");
    }
  }

  /** 230 V, 6 to {@code maximumAmps}, cautious times. */
  public static PhaseConfig standard(double maximumAmps) {
    return new PhaseConfig(230, 6, maximumAmps, 300, 300, 180, 10, 600, 4);
  }
}
