package energy.ebbflow.simulator.cable;

import energy.ebbflow.simulator.physics.DcSource;
import energy.ebbflow.simulator.physics.PilotLoad;

/**
 * What the vehicle shows at the connector at one instant.
 *
 * @param plugged the plug is in
 * @param pilot load on the control pilot
 * @param dc the DC inlet
 * @param phase1Amps AC current it draws on L1 while there is voltage, A, signed
 * @param phase2Amps on L2
 * @param phase3Amps on L3
 * @param cableAmps rating of the vehicle's own cable (proximity resistor), A; 0 where the cable
 *     belongs to the station
 */
public record VehicleTerminals(
    boolean plugged,
    PilotLoad pilot,
    DcSource dc,
    double phase1Amps,
    double phase2Amps,
    double phase3Amps,
    double cableAmps) {

  /** Most current a phase of the model carries, A. */
  public static final double PHASE_AMPS_MAX = 200;

  /** No vehicle. */
  public static final VehicleTerminals UNPLUGGED =
      new VehicleTerminals(false, PilotLoad.OPEN, DcSource.NONE, 0, 0, 0, 0);

  public VehicleTerminals {
    requireAmps(phase1Amps);
    requireAmps(phase2Amps);
    requireAmps(phase3Amps);
    if (!(cableAmps >= 0 && cableAmps <= PHASE_AMPS_MAX)) {
      throw new IllegalArgumentException("cable rating expects 0 to 200 A, got " + cableAmps);
    }
  }

  private static void requireAmps(double amps) {
    if (!(Math.abs(amps) <= PHASE_AMPS_MAX)) {
      throw new IllegalArgumentException("phase current expects at most 200 A, got " + amps);
    }
  }
}
