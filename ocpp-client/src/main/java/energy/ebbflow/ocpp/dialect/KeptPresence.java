package energy.ebbflow.ocpp.dialect;

import energy.ebbflow.ocpp.domain.StorageException;
import energy.ebbflow.ocpp.energy.Presence;
import energy.ebbflow.ocpp.outbox.StationStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When the back office was there, as it lies in the store. */
record KeptPresence(StationStore store) implements Presence {
  private static final Logger LOG = LoggerFactory.getLogger(KeptPresence.class);

  /** The same moment as the last one at which it was seen, where it was lost then. */
  private static final String LOST = "lost";

  @Override
  public Optional<Instant> lastSeen() {
    return Optional.ofNullable(store.kept(StationStore.OFFICE).get(StationStore.LAST_SEEN))
        .map(Instant::parse);
  }

  @Override
  public boolean lost() {
    Map<String, String> kept = store.kept(StationStore.OFFICE);
    return kept.containsKey(LOST) && kept.get(LOST).equals(kept.get(StationStore.LAST_SEEN));
  }

  @Override
  public void keep(Instant at, boolean lost) {
    try {
      if (lost) {
        store.keep(StationStore.OFFICE, LOST, at.toString());
      }
      store.keep(StationStore.OFFICE, StationStore.LAST_SEEN, at.toString());
    } catch (StorageException e) {
      LOG.warn("{}; after a restart now an absence counts from the wrong time", e.getMessage());
    }
  }
}
