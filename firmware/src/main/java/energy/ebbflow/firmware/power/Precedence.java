package energy.ebbflow.firmware.power;

/**
 * Classes of limits, strongest first (R11). A limit binds set-points of its own class and of the
 * weaker ones; a set-point of a stronger class is not held back by it.
 */
public enum Precedence {
  /** Safety, fuse, cable, vehicle, grid operator. */
  HARD,
  /** What the user needs: minimum energy, floor of discharge, charge now. */
  MOBILITY,
  /** Energy services: profiles and set-points of a back office or an energy manager. */
  SERVICE,
  /** What happens when nobody says anything. */
  DEFAULT;

  /** Whether a limit of this class binds a set-point of class {@code setpoint}. */
  public boolean binds(Precedence setpoint) {
    return ordinal() <= setpoint.ordinal();
  }
}
