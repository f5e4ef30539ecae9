package energy.ebbflow.simulator.facts;

import java.util.Collection;
import java.util.Optional;

/**
 * Median, 99th percentile and maximum by the nearest-rank method.
 *
 * @param count how many values there were
 */
public record Percentiles(int count, double p50, double p99, double max) {

  /** Of at least one value. */
  public static Optional<Percentiles> of(Collection<Double> values) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return Optional.of(
        new Percentiles(
            sorted.length, rank(sorted, 0.50), rank(sorted, 0.99), sorted[sorted.length - 1]));
  }

  private static double rank(double[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(0, rank - 1)];
  }
}
