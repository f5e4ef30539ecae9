package energy.ebbflow.iso15118.secc.iso2.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** A quantity over time, in steps; and the same with fewer of them. */
final class Steps {
  private Steps() {}

  /** A value from here on, until the next step. */
  record Step(long startSeconds, double value) {}

  /** Without steps that change nothing. */
  static List<Step> merged(List<Step> steps) {
    List<Step> merged = new ArrayList<>();
    for (Step step : steps) {
      if (merged.isEmpty() || merged.getLast().value() != step.value()) {
        merged.add(step);
      }
    }
    return merged;
  }

  /**
   * At most {@code most} steps: neighbours that differ least become one.
   *
   * @param most at least 1
   * @param join which value two neighbours have together: the safe one of both
   */
  static List<Step> atMost(int most, List<Step> steps, DoubleBinaryOperator join) {
    List<Step> left = merged(steps);
    while (left.size() > most) {
      int closest = 0;
      for (int i = 1; i + 1 < left.size(); i++) {
        if (difference(left, i) < difference(left, closest)) {
          closest = i;
        }
      }
      Step first = left.get(closest);
      Step second = left.remove(closest + 1);
      left.set(
          closest,
          new Step(first.startSeconds(), join.applyAsDouble(first.value(), second.value())));
      left = merged(left);
    }
    return left;
  }

  private static double difference(List<Step> steps, int at) {
    return Math.abs(steps.get(at + 1).value() - steps.get(at).value());
  }
}
