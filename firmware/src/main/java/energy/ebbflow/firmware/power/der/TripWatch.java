package energy.ebbflow.firmware.power.der;

import energy.ebbflow.ocpp.domain.GridRule.Point;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long the thresholds of one trip curve have been passed. Pure.
 *
 * @param since by the number of the point, mildest first
 * @param due whether one was passed for longer than it may
 */
record TripWatch(Map<Integer, Long> since, boolean due) {
  static final TripWatch CALM = new TripWatch(Map.of(), false);

  private static final double NANOS_PER_SECOND = 1e9;

  TripWatch {
    since = Map.copyOf(since);
  }

  /** Whether any threshold is passed now. */
  boolean passed() {
    return !since.isEmpty();
  }

  /**
   * A new value.
   *
   * @param ascending x ascending
   * @param upwards whether thresholds are passed by larger values
   */
  TripWatch see(List<Point> ascending, boolean upwards, double value, long nowNanos) {
    List<Point> points = upwards ? ascending : ascending.reversed();
    Map<Integer, Long> next = new HashMap<>();
    boolean trips = false;
    for (int i = 0; i < points.size(); i++) {
      double past = value - points.get(i).x();
      if (upwards ? past > 0 : past < 0) {
        long from = since.getOrDefault(i, nowNanos);
        next.put(i, from);
        trips |= nowNanos - from >= points.get(i).y() * NANOS_PER_SECOND;
      }
    }
    if (next.containsKey(0)) {
      double allowed = Curves.allowedSeconds(points, upwards, value);
      trips |= nowNanos - next.get(0) >= allowed * NANOS_PER_SECOND;
    }
    return new TripWatch(next, trips);
  }
}
