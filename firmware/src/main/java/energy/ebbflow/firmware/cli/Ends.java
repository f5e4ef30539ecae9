package energy.ebbflow.firmware.cli;

import energy.ebbflow.firmware.evse.EvseEffect;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Waits until every outlet has come to its end. Each hears by itself of what is to come and ends
 * its own transaction or waits for it; none is cut off by another (OCPP 2.x B12.FR.01, FR.03).
 * Thread-safe.
 */
final class Ends {
  private final Map<Integer, EvseEffect> ended = new HashMap<>();

  /**
   * An outlet has come to its end.
   *
   * @param effect {@link EvseEffect.Restart} or {@link EvseEffect.Stopped}
   * @param all numbers of the outlets
   * @return how the station ends, once all have; a station that was told to end does not start
   *     again
   */
  synchronized Optional<Station.Outcome> hear(int evse, EvseEffect effect, Set<Integer> all) {
    ended.put(evse, effect);
    if (!ended.keySet().containsAll(all)) {
      return Optional.empty();
    }
    if (ended.values().stream().anyMatch(EvseEffect.Stopped.class::isInstance)) {
      return Optional.of(Station.Outcome.ENDED);
    }
    boolean waited =
        ended.values().stream()
            .anyMatch(
                end ->
                    end instanceof EvseEffect.Restart restart
                        && restart.reason().equals(EvseEffect.Restart.WHEN_IDLE));
    return Optional.of(waited ? Station.Outcome.SCHEDULED_RESTART : Station.Outcome.RESTART);
  }
}
