package energy.ebbflow.simulator.physics;

/**
 * Times of a contactor.
 *
 * @param closeSeconds from the command until the contacts touch
 * @param openSeconds from the command until the contacts part
 */
public record ContactorSpec(double closeSeconds, double openSeconds) {
  /** An ordinary 500 V DC contactor with an economiser. */
  public static final ContactorSpec ORDINARY = new ContactorSpec(0.040, 0.020);

  public ContactorSpec {
    if (!(closeSeconds >= 0 && openSeconds >= 0)) {
      throw new IllegalArgumentException(
          "contactor expects delays of at least 0 s, got " + closeSeconds + " and " + openSeconds);
    }
  }
}
