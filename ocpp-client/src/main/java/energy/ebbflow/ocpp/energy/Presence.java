package energy.ebbflow.ocpp.energy;

import java.time.Instant;
import java.util.Optional;

/** What the disk knows of when the back office was there. Any thread. */
public interface Presence {
  /** When it was there last; it may have been there for longer. */
  Optional<Instant> lastSeen();

  /** Whether it was lost at that moment, and not seen any more. */
  boolean lost();

  /**
   * Keeps when it was there last; a disk that fails is only logged.
   *
   * @param lost it is gone since then
   */
  void keep(Instant at, boolean lost);
}
