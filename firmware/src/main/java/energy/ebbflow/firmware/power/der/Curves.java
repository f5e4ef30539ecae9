package energy.ebbflow.firmware.power.der;

import energy.ebbflow.ocpp.domain.GridRule.Point;
import java.util.List;

/** Reads curves. Pure. */
final class Curves {
  private Curves() {}

  /**
   * The value of a curve: straight lines between its points, level before the first and behind the
   * last.
   *
   * @param points at least one, x ascending
   */
  static double value(List<Point> points, double x) {
    Point before = points.getFirst();
    for (Point point : points) {
      if (x < point.x()) {
        return point.x() == before.x()
            ? point.y()
            : before.y() + (point.y() - before.y()) * (x - before.x()) / (point.x() - before.x());
      }
      before = point;
    }
    return before.y();
  }

  /**
   * How long a value may stay, by a trip curve, in seconds; infinite while no threshold is passed.
   *
   * @param points at least one, from the mildest threshold to the furthest, never longer
   * @param upwards whether thresholds are passed by larger values
   */
  static double allowedSeconds(List<Point> points, boolean upwards, double value) {
    double sign = upwards ? 1 : -1;
    double allowed = Double.POSITIVE_INFINITY;
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      double past = sign * (value - point.x());
      if (!(past > 0)) {
        return allowed;
      }
      allowed = point.y();
      if (i + 1 < points.size()) {
        Point next = points.get(i + 1);
        double span = sign * (next.x() - point.x());
        if (span > 0 && past < span) {
          return point.y() + (next.y() - point.y()) * past / span;
        }
      }
    }
    return allowed;
  }

  /**
   * Follows a target as an open loop does: nine tenths of the way in {@code responseSeconds}.
   *
   * @param responseSeconds 0 is at once
   */
  static double lag(double from, double target, double seconds, double responseSeconds) {
    return responseSeconds > 0
        ? target + (from - target) * Math.pow(0.1, seconds / responseSeconds)
        : target;
  }
}
