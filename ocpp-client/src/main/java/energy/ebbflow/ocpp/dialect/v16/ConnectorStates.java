package energy.ebbflow.ocpp.dialect.v16;

import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.outbox.OpenTransaction;
import energy.ebbflow.ocpp.v16.core.StatusNotification.Status;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The nine connector states of 1.6 (section 4.9), which mix what 2.x tells apart: whether a vehicle
 * is there, and what its transaction does. Confined to the link's thread.
 */
final class ConnectorStates {
  private final Station station;
  private final Map<Integer, Status> told = new HashMap<>();
  private final Set<Integer> finishing = new HashSet<>();

  ConnectorStates(Station station) {
    this.station = station;
  }

  /** The state to be told now. */
  Status tell(StationEvent.ConnectorStatus status) {
    if (status.status() == StationEvent.ConnectorStatus.Status.AVAILABLE) {
      finishing.remove(status.evse());
    }
    Status now = state(status);
    told.put(status.evse(), now);
    return now;
  }

  /** The state an EVSE is in; available while nothing was heard of it. */
  Status current(int evse) {
    return station.statuses().stream()
        .filter(s -> s.evse() == evse)
        .map(this::state)
        .findFirst()
        .orElse(Status.AVAILABLE);
  }

  /** Whether an event of a transaction makes another state than the one that was told. */
  boolean changedBy(StationEvent.Transaction event) {
    switch (event.kind()) {
      case STARTED -> finishing.remove(event.evse());
      case UPDATED -> {}
      case ENDED -> finishing.add(event.evse());
    }
    return told.containsKey(event.evse()) && told.get(event.evse()) != current(event.evse());
  }

  private Status state(StationEvent.ConnectorStatus status) {
    return switch (status.status()) {
      case AVAILABLE -> Status.AVAILABLE;
      case RESERVED -> Status.RESERVED;
      case UNAVAILABLE -> Status.UNAVAILABLE;
      case FAULTED -> Status.FAULTED;
      case OCCUPIED -> occupied(status.evse());
    };
  }

  private Status occupied(int evse) {
    Optional<OpenTransaction> running =
        station.openTransactions().stream().filter(t -> t.evse() == evse).findFirst();
    if (running.isEmpty()) {
      return finishing.contains(evse) ? Status.FINISHING : Status.PREPARING;
    }
    return switch (running.get().chargingState()) {
      case "Charging" -> Status.CHARGING;
      case "SuspendedEV" -> Status.SUSPENDED_EV;
      case "SuspendedEVSE" -> Status.SUSPENDED_EVSE;
      case "Idle" -> Status.FINISHING;
      default -> Status.PREPARING;
    };
  }
}
