package energy.ebbflow.simulator.physics;

/**
 * The motor lock of the plug.
 *
 * @param wanted where it was sent
 * @param locked where it is
 * @param waitSeconds time left until it is there
 * @param jammed it does not move any more
 */
public record ConnectorLockModel(
    boolean wanted, boolean locked, double waitSeconds, boolean jammed) {
  /** Travel of the motor. */
  public static final double TRAVEL_SECONDS = 0.3;

  /** A working open lock. */
  public static final ConnectorLockModel OPEN = new ConnectorLockModel(false, false, 0, false);

  public ConnectorLockModel command(boolean lock) {
    return lock == wanted ? this : new ConnectorLockModel(lock, locked, TRAVEL_SECONDS, jammed);
  }

  public ConnectorLockModel jam(boolean jam) {
    return new ConnectorLockModel(wanted, locked, waitSeconds, jam);
  }

  public ConnectorLockModel after(double seconds) {
    if (jammed || locked == wanted) {
      return this;
    }
    double left = waitSeconds - seconds;
    return left > 1e-9
        ? new ConnectorLockModel(wanted, locked, left, false)
        : new ConnectorLockModel(wanted, wanted, 0, false);
  }
}
