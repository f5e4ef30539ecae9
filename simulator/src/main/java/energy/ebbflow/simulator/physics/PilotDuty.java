package energy.ebbflow.simulator.physics;

/**
 * How a vehicle reads the duty cycle (IEC 61851-1 Table A.8). Written apart from the station's law
 * on purpose: each checks the other.
 */
public final class PilotDuty {
  private PilotDuty() {}

  /** The duty asks for digital communication. */
  public static boolean digital(double dutyPercent) {
    return dutyPercent >= 3 && dutyPercent <= 7;
  }

  /** Current per phase the duty allows, A; 0 where it allows none. */
  public static double amps(double dutyPercent) {
    if (dutyPercent < 8 || dutyPercent > 97) {
      return 0;
    }
    if (dutyPercent <= 10) {
      return 6;
    }
    if (dutyPercent <= 85) {
      return dutyPercent * 0.6;
    }
    return dutyPercent <= 96 ? (dutyPercent - 64) * 2.5 : 80;
  }
}
