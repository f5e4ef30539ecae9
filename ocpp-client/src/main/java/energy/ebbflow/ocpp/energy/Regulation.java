package energy.ebbflow.ocpp.energy;

import energy.ebbflow.ocpp.v2.type.V2xSignalWattPoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The signal of the automatic frequency restoration reserve (Q08.FR.10): each holds until the next.
 */
final class Regulation {
  /** Our own: signals that lie ahead; an operator sends one every few seconds, for now. */
  private static final int AHEAD_MAX = 64;

  private final TreeMap<Instant, Integer> signals = new TreeMap<>();

  /** Whether there was room. */
  boolean add(Instant at, int signal) {
    if (signals.size() >= AHEAD_MAX && !signals.containsKey(at)) {
      return false;
    }
    signals.put(at, signal);
    return true;
  }

  /** The service is over: what was signalled for it is, too. */
  void forget() {
    signals.clear();
  }

  /** The signal that holds; older ones are forgotten. */
  Optional<Integer> at(Instant now) {
    Map.Entry<Instant, Integer> holds = signals.floorEntry(now);
    if (holds == null) {
      return Optional.empty();
    }
    signals.headMap(holds.getKey()).clear();
    return Optional.of(holds.getValue());
  }

  /** When the next one begins. */
  Optional<Instant> next(Instant now) {
    return Optional.ofNullable(signals.higherKey(now));
  }

  /** What a signal adds in W: between two points in proportion, beyond the ends as at the end. */
  static double watts(List<V2xSignalWattPoint> curve, int signal) {
    if (signal <= curve.getFirst().signal()) {
      return curve.getFirst().power();
    }
    for (int i = 1; i < curve.size(); i++) {
      V2xSignalWattPoint left = curve.get(i - 1);
      V2xSignalWattPoint right = curve.get(i);
      if (signal <= right.signal()) {
        double share = (double) (signal - left.signal()) / (right.signal() - left.signal());
        return left.power() + share * (right.power() - left.power());
      }
    }
    return curve.getLast().power();
  }
}
