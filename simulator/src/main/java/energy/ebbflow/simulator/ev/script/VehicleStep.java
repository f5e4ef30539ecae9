package energy.ebbflow.simulator.ev.script;

/**
 * One step; steps are taken one after the other.
 *
 * @param when the phrase as written, for people
 * @param trigger when it is due
 * @param deed what it does
 */
public record VehicleStep(String when, Trigger trigger, Deed deed) {
  /** A visit with more steps than this is a mistake. */
  public static final int STEPS_MAX = 200;
}
