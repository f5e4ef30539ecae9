package energy.ebbflow.iso15118.secc.iso2;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import energy.ebbflow.iso15118.secc.extension.Iso2Dialect;
import energy.ebbflow.iso15118.secc.iso2.schedule.Agreement;
import java.util.Optional;

/**
 * What a session has learnt; carried from state to state.
 *
 * @param sessionId eight bytes, ours
 * @param evccId the vehicle's identity in hexadecimal digits, personal data; empty before it is set
 *     up
 * @param dc the vehicle charges with direct current; settled by charge parameter discovery
 * @param vehicle what it said of itself
 * @param agreement what was offered over time, and its choice
 * @param dialect what is spoken beyond the standard
 * @param loop what the charge loop remembers
 * @param live the station may have put voltage on the outlet for this session
 * @param joined what a paused session had agreed, where this one is its second part
 */
public record Iso2Data(
    Octets sessionId,
    String evccId,
    boolean dc,
    VehicleState vehicle,
    Agreement agreement,
    Optional<Iso2Dialect> dialect,
    LoopMemory loop,
    boolean live,
    Optional<Iso2Pause> joined) {
  /**
   * A new session.
   *
   * @param direct the outlet has direct current
   */
  public static Iso2Data fresh(Octets sessionId, boolean direct) {
    return new Iso2Data(
        sessionId,
        "",
        direct,
        VehicleState.UNKNOWN,
        Agreement.NONE,
        Optional.empty(),
        LoopMemory.NOTHING,
        false,
        Optional.empty());
  }

  /** The same of a vehicle that named itself. */
  public Iso2Data identified(String id) {
    return new Iso2Data(sessionId, id, dc, vehicle, agreement, dialect, loop, live, joined);
  }

  /** The second part of a paused session, under its id; the schedule that was chosen stands. */
  public Iso2Data joining(Octets id, Iso2Pause pause) {
    return new Iso2Data(
        id,
        evccId,
        pause.dc(),
        vehicle,
        Agreement.of(pause.tuple()),
        dialect,
        loop,
        live,
        Optional.of(pause));
  }

  /** The same with the kind of current settled and what the vehicle said with it. */
  public Iso2Data withParameters(boolean direct, VehicleState state) {
    return new Iso2Data(sessionId, evccId, direct, state, agreement, dialect, loop, live, joined);
  }

  /** The same with another agreement. */
  public Iso2Data withAgreement(Agreement other) {
    return new Iso2Data(sessionId, evccId, dc, vehicle, other, dialect, loop, live, joined);
  }

  /** The same with the vehicle's latest word. */
  public Iso2Data withVehicle(VehicleState state) {
    return new Iso2Data(sessionId, evccId, dc, state, agreement, dialect, loop, live, joined);
  }

  /** The same in a dialect. */
  public Iso2Data speaking(Iso2Dialect other) {
    return new Iso2Data(
        sessionId, evccId, dc, vehicle, agreement, Optional.of(other), loop, live, joined);
  }

  /** The same with another memory of the charge loop. */
  public Iso2Data withLoop(LoopMemory other) {
    return new Iso2Data(sessionId, evccId, dc, vehicle, agreement, dialect, other, live, joined);
  }

  /** The same with the outlet live, or dead. */
  public Iso2Data withLive(boolean value) {
    return new Iso2Data(sessionId, evccId, dc, vehicle, agreement, dialect, loop, value, joined);
  }
}
