package energy.ebbflow.iso15118.secc.din;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;

/**
 * What a session has learnt; carried from state to state.
 *
 * @param sessionId eight bytes, ours: DIN 70121 joins no session of before [V2G-DC-393]
 * @param vehicle what the vehicle said of itself
 * @param live the station may have put voltage on the outlet for this session
 */
public record DinData(Octets sessionId, VehicleState vehicle, boolean live) {
  /** A new session. */
  public static DinData fresh(Octets sessionId) {
    return new DinData(sessionId, VehicleState.UNKNOWN, false);
  }

  /** The same with the vehicle's latest word. */
  public DinData withVehicle(VehicleState state) {
    return new DinData(sessionId, state, live);
  }

  /** The same with the outlet live, or dead. */
  public DinData withLive(boolean value) {
    return new DinData(sessionId, vehicle, value);
  }
}
