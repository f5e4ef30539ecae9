package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.exi.Octets;

/**
 * A session that its vehicle paused and may take up again under the same id.
 *
 * @param sessionId eight bytes
 * @param selection the service that was agreed; it holds in the resumed session
 * @param bidirectional whether bidirectional services were offered; the resumed session sees the
 *     same [V2G20-1644]
 */
public record PausedSession(Octets sessionId, Selection selection, boolean bidirectional) {
  /** One in which nothing was held back. */
  public PausedSession(Octets sessionId, Selection selection) {
    this(sessionId, selection, true);
  }
}
