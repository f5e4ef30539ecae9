package energy.ebbflow.simulator.physics;

/**
 * What hangs on the vehicle's end of the control pilot (IEC 61851-1 Figure A.1).
 *
 * @param ohms resistance behind the diode, Ω; positive infinity where nothing is connected
 * @param diode the vehicle's diode is there
 * @param shorted pilot and protective earth touch each other
 */
public record PilotLoad(double ohms, boolean diode, boolean shorted) {
  /** R2 of IEC 61851-1 Table A.5: always connected, state B. */
  public static final double R2_OHMS = 2740;

  /** R3 for a vehicle that needs no ventilation: in parallel to R2 it makes state C. */
  public static final double R3_OHMS = 1300;

  /** R3 for a vehicle that needs ventilation: in parallel to R2 it makes state D. */
  public static final double R3_VENTILATION_OHMS = 270;

  /** Nothing is plugged: state A. */
  public static final PilotLoad OPEN = new PilotLoad(Double.POSITIVE_INFINITY, true, false);

  public PilotLoad {
    if (!(ohms > 0)) {
      throw new IllegalArgumentException("pilot load expects more than 0 Ω, got " + ohms);
    }
  }

  /**
   * A healthy vehicle.
   *
   * @param ready S2 is closed
   * @param ventilation the vehicle wants ventilation when it is ready
   * @param tolerance factor on both resistors; the standard allows 0.97 to 1.03
   */
  public static PilotLoad vehicle(boolean ready, boolean ventilation, double tolerance) {
    double ohms = R2_OHMS;
    if (ready) {
      ohms = parallel(R2_OHMS, ventilation ? R3_VENTILATION_OHMS : R3_OHMS);
    }
    return new PilotLoad(ohms * tolerance, true, false);
  }

  private static double parallel(double a, double b) {
    return a * b / (a + b);
  }
}
