package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import java.util.Optional;
import java.util.Set;

/**
 * What a session has learnt; carried from state to state.
 *
 * @param sessionId eight bytes, ours
 * @param selection what the vehicle chose, once it has
 * @param vehicle what it said of itself
 * @param tuples ids of the schedules it was offered; empty in dynamic control
 * @param authorised the user was identified in this session
 * @param live the station may have put voltage on the outlet for this session
 */
public record Iso20Data(
    Octets sessionId,
    Optional<Selection> selection,
    VehicleState vehicle,
    Set<Long> tuples,
    boolean authorised,
    boolean live) {
  public Iso20Data {
    tuples = Set.copyOf(tuples);
  }

  /** A new session. */
  public static Iso20Data fresh(Octets sessionId) {
    return new Iso20Data(sessionId, Optional.empty(), VehicleState.UNKNOWN, Set.of(), false, false);
  }

  /** The same with another session id. */
  public Iso20Data withSessionId(Octets id) {
    return new Iso20Data(id, selection, vehicle, tuples, authorised, live);
  }

  /** The same with a choice made. */
  public Iso20Data withSelection(Selection chosen) {
    return new Iso20Data(sessionId, Optional.of(chosen), vehicle, tuples, authorised, live);
  }

  /** The same with the vehicle's latest word. */
  public Iso20Data withVehicle(VehicleState state) {
    return new Iso20Data(sessionId, selection, state, tuples, authorised, live);
  }

  /** The same with its user identified. */
  public Iso20Data withUser() {
    return new Iso20Data(sessionId, selection, vehicle, tuples, true, live);
  }

  /** The same with schedules offered. */
  public Iso20Data withTuples(Set<Long> ids) {
    return new Iso20Data(sessionId, selection, vehicle, ids, authorised, live);
  }

  /** The same with the outlet live, or dead. */
  public Iso20Data withLive(boolean value) {
    return new Iso20Data(sessionId, selection, vehicle, tuples, authorised, value);
  }

  /** The choice; only in states behind the service selection. */
  public Selection chosen() {
    return selection.orElseThrow(
        () -> new IllegalStateException("no service is selected in this state"));
  }
}
