package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.exi.Octets;

/**
 * A session that its vehicle paused and may take up again under the same id.
 *
 * @param sessionId eight bytes
 * @param selection the service that was agreed; it holds in the resumed session
 */
public record PausedSession(Octets sessionId, Selection selection) {}
