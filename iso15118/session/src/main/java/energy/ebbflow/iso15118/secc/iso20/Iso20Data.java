package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.iso20.MeterInfo;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import energy.ebbflow.iso15118.secc.iso20.schedule.Planning;
import java.util.Optional;

/**
 * What a session has learnt; carried from state to state.
 *
 * @param sessionId eight bytes, ours
 * @param selection what the vehicle chose, once it has
 * @param vehicle what it said of itself
 * @param planning what it was told of power over time, and what it made of it
 * @param allowed what it is allowed and has added beside energy
 * @param meter the reading it was told last
 * @param authorised the user was identified in this session
 * @param live the station may have put voltage on the outlet for this session
 */
public record Iso20Data(
    Octets sessionId,
    Optional<Selection> selection,
    VehicleState vehicle,
    Planning planning,
    Allowed allowed,
    Optional<MeterInfo> meter,
    boolean authorised,
    boolean live) {

  /**
   * What stands for the session once services were shown.
   *
   * @param bidirectional bidirectional services are offered
   * @param fixed the session was taken up again: what was offered stays
   * @param parking the parking status was added: VehicleCheckIn and VehicleCheckOut may come
   */
  public record Allowed(boolean bidirectional, boolean fixed, boolean parking) {}

  /** A new session. */
  public static Iso20Data fresh(Octets sessionId) {
    return new Iso20Data(
        sessionId,
        Optional.empty(),
        VehicleState.UNKNOWN,
        Planning.NONE,
        new Allowed(false, false, false),
        Optional.empty(),
        false,
        false);
  }

  /** A session that is taken up again. */
  public Iso20Data joining(PausedSession paused) {
    return new Iso20Data(
        paused.sessionId(),
        Optional.of(paused.selection()),
        vehicle,
        planning,
        new Allowed(paused.bidirectional(), true, false),
        meter,
        authorised,
        live);
  }

  /** The same with a choice made. */
  public Iso20Data withSelection(Selection chosen) {
    return new Iso20Data(
        sessionId, Optional.of(chosen), vehicle, planning, allowed, meter, authorised, live);
  }

  /** The same with the vehicle's latest word. */
  public Iso20Data withVehicle(VehicleState state) {
    return new Iso20Data(sessionId, selection, state, planning, allowed, meter, authorised, live);
  }

  /** The same with its user identified. */
  public Iso20Data withUser() {
    return new Iso20Data(sessionId, selection, vehicle, planning, allowed, meter, true, live);
  }

  /** The same with another plan or profile. */
  public Iso20Data withPlanning(Planning other) {
    return new Iso20Data(sessionId, selection, vehicle, other, allowed, meter, authorised, live);
  }

  /** The same with other allowances. */
  public Iso20Data withAllowed(Allowed other) {
    return new Iso20Data(sessionId, selection, vehicle, planning, other, meter, authorised, live);
  }

  /** The same with a reading told. */
  public Iso20Data withMeter(MeterInfo told) {
    return new Iso20Data(
        sessionId, selection, vehicle, planning, allowed, Optional.of(told), authorised, live);
  }

  /** The same with the outlet live, or dead. */
  public Iso20Data withLive(boolean value) {
    return new Iso20Data(
        sessionId, selection, vehicle, planning, allowed, meter, authorised, value);
  }

  /** The choice; only in states behind the service selection. */
  public Selection chosen() {
    return selection.orElseThrow(
        () -> new IllegalStateException("no service is selected in this state"));
  }
}
