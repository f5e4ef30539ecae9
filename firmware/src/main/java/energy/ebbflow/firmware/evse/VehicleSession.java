package energy.ebbflow.firmware.evse;

import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccInput;
import java.util.List;

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

  /** Makes the machine of a new connection. */
  @FunctionalInterface
  interface Factory {
    VehicleSession begin();
  }
}
