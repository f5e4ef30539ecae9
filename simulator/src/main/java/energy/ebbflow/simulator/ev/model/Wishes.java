package energy.ebbflow.simulator.ev.model;

/**
 * What the user wants of the session. Counters say how often something was wanted; a conversation
 * remembers how often it has done it.
 *
 * @param session whether it is to go on
 * @param standby the vehicle shall rest without energy, the session alive
 * @param schedules how often the schedule was to be negotiated anew
 * @param services how often the service was to be chosen anew
 */
public record Wishes(UserWish session, boolean standby, int schedules, int services) {
  /** To charge. */
  public static final Wishes CHARGE = new Wishes(UserWish.CHARGE, false, 0, 0);

  /** The same with another wish of the session. */
  public Wishes with(UserWish other) {
    return new Wishes(other, standby, schedules, services);
  }

  /** The same with or without rest. */
  public Wishes withStandby(boolean rests) {
    return new Wishes(session, rests, schedules, services);
  }

  /** The schedule is to be negotiated once more. */
  public Wishes anotherSchedule() {
    return new Wishes(session, standby, schedules + 1, services);
  }

  /** The service is to be chosen once more. */
  public Wishes anotherService() {
    return new Wishes(session, standby, schedules, services + 1);
  }
}
