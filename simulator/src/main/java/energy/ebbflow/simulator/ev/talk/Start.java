package energy.ebbflow.simulator.ev.talk;

import energy.ebbflow.simulator.ev.model.EvProtocol;
import energy.ebbflow.simulator.ev.model.PausedSession;
import java.util.Optional;

/**
 * How a protocol's conversation begins.
 *
 * @param protocol that was chosen
 * @param tls the link is encrypted
 * @param paused the session to join again
 */
public record Start(EvProtocol protocol, boolean tls, Optional<PausedSession> paused) {}
