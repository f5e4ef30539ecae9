package energy.ebbflow.firmware.circuit;

/**
 * What one outlet says of itself. Currents per phase.
 *
 * @param evse number of the outlet
 * @param wantedAmps what it would use if nobody shared; 0: nothing
 * @param minimumAmps smallest current that is of any use to its vehicle
 * @param pausable whether its vehicle bears pauses; others are paused last
 * @param heldAmps what its vehicle may be drawing at this moment, also after a lower offer that it
 *     has not followed yet
 * @param obeyedAmps the grant that it obeys
 */
public record Claim(
    int evse,
    double wantedAmps,
    double minimumAmps,
    boolean pausable,
    double heldAmps,
    double obeyedAmps) {
  public Claim {
    if (!(wantedAmps >= 0 && minimumAmps >= 0 && heldAmps >= 0 && obeyedAmps >= 0)) {
      throw new IllegalArgumentException("a claim expects currents of at least 0 A");
    }
  }
}
