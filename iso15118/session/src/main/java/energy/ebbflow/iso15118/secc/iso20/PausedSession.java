package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.secc.iso2.Iso2Pause;
import java.util.Optional;

/**
 * A session that its vehicle paused and may take up again under the same id.
 *
 * @param sessionId eight bytes
 * @param selection the service that was agreed; it holds in the resumed session
 * @param bidirectional whether bidirectional services were offered; the resumed session sees the
 *     same [V2G20-1644]
 * @param iso2 what was agreed beyond that under ISO 15118-2; absent for other protocols
 */
public record PausedSession(
    Octets sessionId, Selection selection, boolean bidirectional, Optional<Iso2Pause> iso2) {
  /** Under ISO 15118-20. */
  public PausedSession(Octets sessionId, Selection selection, boolean bidirectional) {
    this(sessionId, selection, bidirectional, Optional.empty());
  }

  /** One in which nothing was held back. */
  public PausedSession(Octets sessionId, Selection selection) {
    this(sessionId, selection, true);
  }
}
