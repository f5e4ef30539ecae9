package energy.ebbflow.firmware.evse;

/**
 * How an outlet treats the sessions of vehicles.
 *
 * @param pauseNanos how long a vehicle is kept in its charge loop without energy before it is asked
 *     to pause, above 0
 */
public record LinkRules(long pauseNanos) {
  /**
   * Our own: energy managers hold a decision for one to three minutes; less would send a vehicle to
   * sleep for a cloud.
   */
  public static final long PAUSE_NANOS = 120_000_000_000L;

  /** The usual rules. */
  public static final LinkRules STANDARD = new LinkRules(PAUSE_NANOS);

  public LinkRules {
    if (pauseNanos <= 0) {
      throw new IllegalArgumentException("a pause waits for a while, not " + pauseNanos + " ns");
    }
  }
}
