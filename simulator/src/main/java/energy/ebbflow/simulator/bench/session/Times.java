package energy.ebbflow.simulator.bench.session;

import energy.ebbflow.simulator.facts.Percentiles;
import java.util.ArrayList;
import java.util.List;

/** Durations that were measured, ns. */
record Times(List<Double> nanos) {
  Times {
    nanos = List.copyOf(nanos);
    if (nanos.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
  }

  static Times of(long[] nanos) {
    List<Double> all = new ArrayList<>(nanos.length);
    for (long one : nanos) {
      all.add((double) one);
    }
    return new Times(all);
  }

  /** Both together. */
  Times and(Times more) {
    List<Double> all = new ArrayList<>(nanos);
    all.addAll(more.nanos);
    return new Times(all);
  }

  Percentiles percentiles() {
    return Percentiles.of(nanos).orElseThrow();
  }

  double median() {
    return percentiles().p50();
  }
}
