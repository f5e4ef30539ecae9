package energy.ebbflow.firmware.evse.basic;

import energy.ebbflow.iec61851.PilotState;
import java.util.Optional;

/**
 * What basic charging sees of its outlet.
 *
 * @param permitted a transaction runs, the vehicle is charged by duty cycle, nobody ends it
 * @param requestWatts power that the energy decision asks for, at least 0 W
 * @param hardWatts power that safety, fuse, cable and grid operator permit, at least 0 W
 * @param ampsMax per phase: outlet, cable, and limits that are told in ampere
 * @param hardAmpsMax the same without those of an energy service
 * @param wattsPerAmp of one phase: the nominal voltage
 * @param phases of the grid connection
 * @param line debounced state of the pilot
 * @param drawnAmps largest phase current; absent without a meter
 * @param drawnWatts power at the meter; absent without one
 * @param contactorClosed by the mirror contact, or by the command where there is none
 * @param interrupted the vehicle was plugged before the station started, or has been charged in
 *     this visit already
 * @param plugSeconds how long the vehicle has been plugged
 * @param secondsToDeparture as far as somebody has said, at least 0
 * @param secondsNeeded what charging needs at full power, by the vehicle's word; 0 if not known
 */
public record BasicView(
    boolean permitted,
    double requestWatts,
    double hardWatts,
    double ampsMax,
    double hardAmpsMax,
    double wattsPerAmp,
    int phases,
    PilotState line,
    Optional<Double> drawnAmps,
    Optional<Double> drawnWatts,
    boolean contactorClosed,
    boolean interrupted,
    long plugSeconds,
    Optional<Long> secondsToDeparture,
    long secondsNeeded) {}
