package energy.ebbflow.simulator.timeline;

import energy.ebbflow.simulator.scenario.CheckResult;
import java.util.List;

/**
 * How a run came out.
 *
 * @param scenario the scenario's name
 * @param reason why it failed; how it ended if it passed
 * @param network what vehicle and station talked over
 * @param wallSeconds how long it took on the clock on the wall
 */
public record Verdict(
    String scenario,
    boolean passed,
    String reason,
    List<CheckResult> checks,
    String network,
    double speed,
    double wallSeconds) {
  public Verdict {
    checks = List.copyOf(checks);
  }
}
