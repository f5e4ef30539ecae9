package energy.ebbflow.firmware.evse.path;

import energy.ebbflow.firmware.config.UserNeeds;
import java.util.List;
import java.util.Optional;

/**
 * How an outlet treats the sessions of vehicles.
 *
 * @param pauseNanos how long a vehicle is kept in its charge loop without energy before it is asked
 *     to pause, above 0
 * @param acDischarge beginnings of the EVCCIDs of vehicles that are certified to give energy back
 *     over this AC outlet, in this country (R14)
 * @param needs what users need, as far as the station knows them
 */
public record LinkRules(long pauseNanos, List<String> acDischarge, List<UserNeeds> needs) {
  /**
   * Our own: energy managers hold a decision for one to three minutes; less would send a vehicle to
   * sleep for a cloud.
   */
  public static final long PAUSE_NANOS = 120_000_000_000L;

  /** The usual rules: no vehicle is certified for discharge over AC. */
  public static final LinkRules STANDARD = new LinkRules(PAUSE_NANOS, List.of(), List.of());

  public LinkRules {
    acDischarge = List.copyOf(acDischarge);
    needs = List.copyOf(needs);
    if (pauseNanos <= 0) {
      throw new IllegalArgumentException("a pause waits for a while, not " + pauseNanos + " ns");
    }
  }

  /** Whether a vehicle is certified for discharge over AC. */
  public boolean mayDischarge(String evccId) {
    return acDischarge.stream().anyMatch(evccId::startsWith);
  }

  /** What the user of a vehicle needs; absent where the station does not know. */
  public Optional<UserNeeds> needs(Optional<String> evccId) {
    for (UserNeeds any : needs) {
      if (any.of(evccId)) {
        return Optional.of(any);
      }
    }
    return Optional.empty();
  }
}
