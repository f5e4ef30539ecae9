package energy.ebbflow.simulator.ev.charging;

import java.util.List;
import java.util.OptionalLong;

/**
 * One of the schedules a charger offers (SAScheduleTuple).
 *
 * @param id of the tuple
 * @param powers the most power, in order of time; at least one
 * @param prices in order of time; empty without a tariff
 * @param endSeconds when the last power ends; empty where it does not
 */
public record PowerOffer(int id, List<Step> powers, List<Step> prices, OptionalLong endSeconds) {

  /**
   * A value from an instant on.
   *
   * @param startSeconds after the offer came
   * @param value W, or a price in any unit that all steps share
   */
  public record Step(long startSeconds, double value) {}

  public PowerOffer {
    if (powers.isEmpty()) {
      throw new IllegalArgumentException("an offer expects at least one power, got none");
    }
    powers = List.copyOf(powers);
    prices = List.copyOf(prices);
  }

  /** The value in force at {@code seconds}; {@code before} while none is. */
  static double at(List<Step> steps, long seconds, double before) {
    double value = before;
    for (Step step : steps) {
      if (step.startSeconds() <= seconds) {
        value = step.value();
      }
    }
    return value;
  }
}
