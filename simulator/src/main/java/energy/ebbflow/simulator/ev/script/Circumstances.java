package energy.ebbflow.simulator.ev.script;

import java.util.Map;
import java.util.Optional;

/**
 * What a trigger looks at.
 *
 * @param lasting how long each condition has held without a break, s
 * @param state name of the vehicle's state
 * @param stateSeconds how long it has been in it
 * @param sinceStart since the vehicle drove up, s
 * @param sinceLastStep since the step before was taken, s
 * @param socPercent of the battery
 */
public record Circumstances(
    Map<Condition, Double> lasting,
    String state,
    double stateSeconds,
    double sinceStart,
    double sinceLastStep,
    double socPercent) {
  public Circumstances {
    lasting = Map.copyOf(lasting);
  }

  Optional<Double> seconds(Condition condition) {
    return Optional.ofNullable(lasting.get(condition));
  }
}
