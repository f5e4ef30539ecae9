package energy.ebbflow.ocpp.reservation;

import energy.ebbflow.ocpp.domain.IdToken;
import java.time.Instant;
import java.util.Optional;

/**
 * An outlet that is kept free for somebody.
 *
 * @param evse counts from 1; 0 is whichever is free
 * @param connectorType for which it must be, where any EVSE will do
 * @param group whose tokens may use it too
 * @param since when it was made; absent: by a firmware that did not note it
 */
public record Reservation(
    int id,
    int evse,
    Optional<String> connectorType,
    IdToken token,
    Optional<String> group,
    Instant until,
    Optional<Instant> since) {
  public Reservation(
      int id,
      int evse,
      Optional<String> connectorType,
      IdToken token,
      Optional<String> group,
      Instant until) {
    this(id, evse, connectorType, token, group, until, Optional.empty());
  }

  Reservation made(Instant at) {
    return new Reservation(id, evse, connectorType, token, group, until, Optional.of(at));
  }

  /** Whether a token may use it; tokens compare without case. */
  boolean admits(IdToken other, Optional<String> otherGroup) {
    return token.value().equalsIgnoreCase(other.value())
        || (group.isPresent()
            && otherGroup.map(g -> g.equalsIgnoreCase(group.get())).orElse(false));
  }
}
