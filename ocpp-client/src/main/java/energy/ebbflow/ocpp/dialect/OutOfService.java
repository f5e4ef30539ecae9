package energy.ebbflow.ocpp.dialect;

import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.StorageException;
import energy.ebbflow.ocpp.outbox.StationStore;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Outlets that the back office has put out of service. That outlives a restart (2.x G03.FR.06,
 * G04.FR.06; 1.6, section 5.2). Owned by the link's thread.
 */
public final class OutOfService {
  private static final Logger LOG = LoggerFactory.getLogger(OutOfService.class);
  private static final String AREA = "out-of-service";

  /** Nobody waits for the answer to what is only said again. */
  private static final long NO_CALL = 0;

  private final StationStore store;
  private final int outlets;

  OutOfService(StationStore store, int outlets) {
    this.store = store;
    this.outlets = outlets;
  }

  /**
   * The station has agreed to a change.
   *
   * @param evse 0 for all
   */
  public void set(int evse, boolean operative) {
    try {
      for (int outlet = 1; outlet <= outlets; outlet++) {
        if (evse != 0 && evse != outlet) {
          continue;
        }
        if (operative) {
          store.forget(AREA, Integer.toString(outlet));
        } else {
          store.keep(AREA, Integer.toString(outlet), "Inoperative");
        }
      }
    } catch (StorageException e) {
      LOG.error("{}; the availability holds until the next restart only", e.getMessage());
    }
  }

  /** What the outlets have to hear again after a restart. */
  public List<BackOfficeCommand.Availability> again() {
    var kept = store.kept(AREA).keySet();
    return IntStream.rangeClosed(1, outlets)
        .filter(outlet -> kept.contains(Integer.toString(outlet)))
        .mapToObj(outlet -> new BackOfficeCommand.Availability(NO_CALL, outlet, false))
        .toList();
  }
}
