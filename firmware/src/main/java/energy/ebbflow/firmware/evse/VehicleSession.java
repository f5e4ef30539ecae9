package energy.ebbflow.firmware.evse;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccInput;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A vehicle's session as the outlet sees it: a pure machine behind which any vehicle protocol may
 * stand. Immutable.
 */
public interface VehicleSession {
  /** A new state and what is to be done. */
  record Step(VehicleSession next, List<SeccEffect> effects) {
    public Step {
      effects = List.copyOf(effects);
    }
  }

  /**
   * Takes one input.
   *
   * @param view what the station looks like now
   * @param nowNanos monotonic time
   */
  Step step(SeccInput input, EvseView view, long nowNanos);

  /** Makes the machine of a new connection. Pure. */
  @FunctionalInterface
  interface Factory {
    /**
     * Makes a session that waits for its link.
     *
     * @param freshId eight unpredictable bytes: the identifier of a new session
     * @param previous the last session of the vehicle that is plugged: it may have been paused
     * @param without names of protocols in which this vehicle's sessions broke; they are not
     *     offered while there is another
     */
    VehicleSession begin(Octets freshId, Optional<VehicleSession> previous, Set<String> without);
  }
}
