package energy.ebbflow.simulator.ev.model;

import energy.ebbflow.simulator.ev.body.BodySpec;

/**
 * A vehicle: what it is, what it speaks and how it behaves.
 *
 * @param name for people
 * @param evccId EVCCID of ISO 15118-20, personal data
 * @param body its electrical half
 * @param protocols what it speaks
 * @param needs what its user needs
 * @param habits its timing
 * @param user what its user does
 * @param misbehaviour what it does wrong
 */
public record EvConfig(
    String name,
    String evccId,
    BodySpec body,
    Protocols protocols,
    Needs needs,
    Habits habits,
    UserPlan user,
    Misbehaviour misbehaviour) {

  /**
   * What the vehicle speaks.
   *
   * @param iso20Dc ISO 15118-20 DC
   * @param bidirectional it gives energy back (DC_BPT)
   * @param discovers it sends SDP requests at a 5 % duty
   */
  public record Protocols(boolean iso20Dc, boolean bidirectional, boolean discovers) {}

  /**
   * Mobility needs.
   *
   * @param targetSocPercent to be reached at departure
   * @param minimumSocPercent never to be below
   * @param departureSeconds until departure
   */
  public record Needs(int targetSocPercent, int minimumSocPercent, long departureSeconds) {
    public Needs {
      if (minimumSocPercent < 0
          || targetSocPercent > 100
          || minimumSocPercent > targetSocPercent
          || departureSeconds < 0) {
        throw new IllegalArgumentException(
            "needs expect 0 <= minimum <= target <= 100 %, got "
                + minimumSocPercent
                + " and "
                + targetSocPercent);
      }
    }
  }

  /**
   * Timing.
   *
   * @param loopSeconds from an answer in the charge loop to the next request
   * @param pollSeconds from an answer "ongoing" to the next request
   * @param readySeconds from a duty that allows current until state C on basic charging
   * @param patience factor on the time-outs of messages, at least 1; above 1 when virtual time runs
   *     faster than the computers
   */
  public record Habits(
      double loopSeconds, double pollSeconds, double readySeconds, double patience) {
    /** What cars in the field do. */
    public static final Habits ORDINARY = new Habits(0.25, 0.1, 1, 1);

    /** The same with more patience. */
    public Habits withPatience(double factor) {
      return new Habits(loopSeconds, pollSeconds, readySeconds, factor);
    }
  }

  /** The same vehicle with another user. */
  public EvConfig with(UserPlan other) {
    return new EvConfig(name, evccId, body, protocols, needs, habits, other, misbehaviour);
  }

  /** The same vehicle with another fault. */
  public EvConfig with(Misbehaviour other) {
    return new EvConfig(name, evccId, body, protocols, needs, habits, user, other);
  }

  /** The same vehicle with another timing. */
  public EvConfig with(Habits other) {
    return new EvConfig(name, evccId, body, protocols, needs, other, user, misbehaviour);
  }
}
