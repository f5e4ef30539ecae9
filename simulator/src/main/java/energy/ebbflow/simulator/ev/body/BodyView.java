package energy.ebbflow.simulator.ev.body;

import energy.ebbflow.hal.PilotSignal;

/**
 * What the vehicle's own sensors see at one instant.
 *
 * @param plugged the plug is in
 * @param cableAlive there is a station at the other end
 * @param pilot what the pilot line carries
 * @param locked the station has locked the plug
 * @param inletVolts DC voltage at the inlet, V
 * @param inletAmps DC current into the battery, A, signed
 * @param phaseAmps AC current on L1, A, signed
 * @param phase2Amps on L2
 * @param phase3Amps on L3
 * @param phaseVolts of the live phases, V; 0 without any
 * @param phases live phases that the on-board charger can use, 0 to 3
 * @param contactorClosed the vehicle's own DC contactor touches
 * @param socPercent 0 to 100
 * @param batteryVolts at the battery's terminals, V
 * @param openCircuitVolts of the battery, V
 * @param chargeAmpsNow most current it takes now, A
 * @param dischargeAmpsNow most current it gives now, A, a magnitude
 * @param storedWattHours energy in the battery
 */
public record BodyView(
    boolean plugged,
    boolean cableAlive,
    PilotSignal pilot,
    boolean locked,
    double inletVolts,
    double inletAmps,
    double phaseAmps,
    double phase2Amps,
    double phase3Amps,
    double phaseVolts,
    int phases,
    boolean contactorClosed,
    double socPercent,
    double batteryVolts,
    double openCircuitVolts,
    double chargeAmpsNow,
    double dischargeAmpsNow,
    double storedWattHours) {}
