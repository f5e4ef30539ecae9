package energy.ebbflow.firmware.evse.path;

import java.util.List;

/**
 * How an outlet treats the sessions of vehicles.
 *
 * @param pauseNanos how long a vehicle is kept in its charge loop without energy before it is asked
 *     to pause, above 0
 * @param acDischarge beginnings of the EVCCIDs of vehicles that are certified to give energy back
 *     over this AC outlet, in this country (R14)
 */
public record LinkRules(long pauseNanos, List<String> acDischarge) {
  /**
   * Our own: energy managers hold a decision for one to three minutes; less would send a vehicle to
   * sleep for a cloud.
   */
  public static final long PAUSE_NANOS = 120_000_000_000L;

  /** The usual rules: no vehicle is certified for discharge over AC. */
  public static final LinkRules STANDARD = new LinkRules(PAUSE_NANOS, List.of());

  public LinkRules {
    acDischarge = List.copyOf(acDischarge);
    if (pauseNanos <= 0) {
      throw new IllegalArgumentException("a pause waits for a while, not " + pauseNanos + " ns");
    }
  }

  /** Whether a vehicle is certified for discharge over AC. */
  public boolean mayDischarge(String evccId) {
    return acDischarge.stream().anyMatch(evccId::startsWith);
  }
}
