package energy.ebbflow.simulator.ev.model;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.simulator.ev.model.EvConfig.Control;
import energy.ebbflow.simulator.ev.model.EvConfig.NeedsBy;
import java.util.Optional;

/**
 * What a vehicle keeps of a session that was paused, to join it again.
 *
 * @param protocol in which it was held
 * @param sessionId as the charger gave it, 1 to 8 bytes
 * @param agreed the service of ISO 15118-20, which holds in the resumed session; empty before one
 *     was selected, and in the older protocols, which choose it again [V2G2-740]
 */
public record PausedSession(EvProtocol protocol, Octets sessionId, Optional<Agreed> agreed) {
  /** A session that negotiates its service again. */
  public PausedSession(EvProtocol protocol, Octets sessionId) {
    this(protocol, sessionId, Optional.empty());
  }

  /**
   * What was agreed before the pause.
   *
   * @param service id of the energy service
   * @param parameterSet of it
   * @param control who decides the power
   * @param needsBy who knows the user's needs
   * @param parkingSet parameter set of the parking status, where it was selected
   * @param servicesAgain the charger lets the service be chosen anew
   */
  public record Agreed(
      int service,
      int parameterSet,
      Control control,
      NeedsBy needsBy,
      Optional<Integer> parkingSet,
      boolean servicesAgain) {}
}
