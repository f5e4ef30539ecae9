package energy.ebbflow.iec61851.sharing;

/**
 * One outlet of a shared circuit.
 *
 * @param id number of the outlet
 * @param wantedAmps what it would use, per phase; 0: nothing
 * @param minimumAmps smallest current that its vehicle charges with
 * @param priority higher goes first; equal ones share
 * @param pausable whether its vehicle bears pauses; others are paused last
 */
public record Member(
    int id, double wantedAmps, double minimumAmps, int priority, boolean pausable) {
  public Member {
    if (!(wantedAmps >= 0 && minimumAmps >= 0)) {
      throw new IllegalArgumentException(
          "a member of a shared circuit expects at least 0 A, got "
              + wantedAmps
              + " A and "
              + minimumAmps
              + " A");
    }
  }

  boolean wants() {
    return wantedAmps > 0;
  }

  /** The least that is of any use to it. */
  double need() {
    return minimumAmps;
  }
}
