package energy.ebbflow.simulator.scenario;

/**
 * How a check came out.
 *
 * @param expected what had to be true
 * @param came what was
 */
public record CheckResult(String name, boolean held, String expected, String came) {
  /** One line for people. */
  public String line() {
    return held ? name + ": " + came : name + ": expected " + expected + ", came " + came;
  }
}
