package energy.ebbflow.simulator.ev.model;

import energy.ebbflow.exi.Octets;

/**
 * What a vehicle keeps of a session that was paused, to join it again.
 *
 * @param protocol in which it was held
 * @param sessionId as the charger gave it, 1 to 8 bytes
 */
public record PausedSession(EvProtocol protocol, Octets sessionId) {}
