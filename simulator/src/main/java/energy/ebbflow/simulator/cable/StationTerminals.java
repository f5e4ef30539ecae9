package energy.ebbflow.simulator.cable;

import energy.ebbflow.hal.PilotSignal;

/**
 * What the station shows at the connector at one instant. Charge and energy are running totals, so
 * that a receiver that misses an instant still misses no energy.
 *
 * @param nanos virtual time, ns since the board was opened
 * @param pilot the control-pilot signal
 * @param outletVolts DC voltage at the outlet, V
 * @param outletAmps DC current towards the vehicle, A, signed
 * @param ampSeconds DC charge towards the vehicle since the board was opened, signed
 * @param wattSeconds AC energy towards the vehicle since the board was opened, signed
 * @param phaseVolts voltage of the phases at an AC outlet, V; 0 while the contactors are open
 * @param phases how many phases are live, 0 to 3
 * @param locked the plug is locked
 * @param contactorsClosed the station's contacts touch; no vehicle can see that, it is here for the
 *     passive vehicle that has no protocol of its own
 */
public record StationTerminals(
    long nanos,
    PilotSignal pilot,
    double outletVolts,
    double outletAmps,
    double ampSeconds,
    double wattSeconds,
    double phaseVolts,
    int phases,
    boolean locked,
    boolean contactorsClosed) {

  /** No station: no pilot, no voltage. */
  public static final StationTerminals ABSENT =
      new StationTerminals(0, new PilotSignal.Zero(), 0, 0, 0, 0, 0, 0, false, false);
}
