package energy.ebbflow.iso15118.secc.iso2;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;

/**
 * What a session has learnt; carried from state to state.
 *
 * @param sessionId eight bytes, ours
 * @param dc the vehicle charges with direct current; settled by charge parameter discovery
 * @param vehicle what it said of itself
 * @param scheduled power limit of the schedule that was offered, W
 * @param live the station may have put voltage on the outlet for this session
 */
public record Iso2Data(
    Octets sessionId, boolean dc, VehicleState vehicle, double scheduled, boolean live) {
  /** A new session. */
  public static Iso2Data fresh(Octets sessionId) {
    return new Iso2Data(sessionId, true, VehicleState.UNKNOWN, 0, false);
  }

  /** The same with another session id. */
  public Iso2Data withSessionId(Octets id) {
    return new Iso2Data(id, dc, vehicle, scheduled, live);
  }

  /** The same with the kind of current settled and a schedule offered. */
  public Iso2Data withOffer(boolean direct, VehicleState state, double watts) {
    return new Iso2Data(sessionId, direct, state, watts, live);
  }

  /** The same with the vehicle's latest word. */
  public Iso2Data withVehicle(VehicleState state) {
    return new Iso2Data(sessionId, dc, state, scheduled, live);
  }

  /** The same with the outlet live, or dead. */
  public Iso2Data withLive(boolean value) {
    return new Iso2Data(sessionId, dc, vehicle, scheduled, value);
  }
}
