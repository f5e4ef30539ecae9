package energy.ebbflow.firmware.power.der;

import energy.ebbflow.ocpp.domain.GridRule.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class CurvesPropertiesTest {
  /** A curve never leaves the range of its points, and meets each of them. */
  @Property
  boolean aCurveStaysBetweenItsPoints(
      @ForAll("curves") List<Point> points, @ForAll @DoubleRange(min = 0, max = 200) double x) {
    double low = points.stream().mapToDouble(Point::y).min().orElseThrow();
    double high = points.stream().mapToDouble(Point::y).max().orElseThrow();
    double value = Curves.value(points, x);
    return value >= low - 1e-9
        && value <= high + 1e-9
        && points.stream().allMatch(p -> Math.abs(Curves.value(points, p.x()) - p.y()) < 1e-9);
  }

  /** Between neighbours nothing jumps: a small step of x is a small step of y. */
  @Property
  boolean aCurveDoesNotJump(
      @ForAll("curves") List<Point> points, @ForAll @DoubleRange(min = 0, max = 200) double x) {
    double steepest = 0;
    for (int i = 1; i < points.size(); i++) {
      steepest =
          Math.max(
              steepest,
              Math.abs(points.get(i).y() - points.get(i - 1).y())
                  / (points.get(i).x() - points.get(i - 1).x()));
    }
    double step = 1e-3;
    double moved = Math.abs(Curves.value(points, x + step) - Curves.value(points, x));
    return moved <= steepest * step + 1e-9;
  }

  /** The further beyond a threshold, the shorter; before the first one as long as one likes. */
  @Property
  boolean furtherBeyondIsNeverLonger(
      @ForAll("trips") List<Point> points,
      @ForAll boolean upwards,
      @ForAll @DoubleRange(min = 0, max = 200) double a,
      @ForAll @DoubleRange(min = 0, max = 200) double b) {
    List<Point> mildestFirst = upwards ? points : mirrored(points);
    double nearer = upwards ? Math.min(a, b) : 200 - Math.min(a, b);
    double further = upwards ? Math.max(a, b) : 200 - Math.max(a, b);
    double first = mildestFirst.getFirst().x();
    boolean calm = upwards ? nearer <= first : nearer >= first;
    double allowed = Curves.allowedSeconds(mildestFirst, upwards, nearer);
    return allowed >= Curves.allowedSeconds(mildestFirst, upwards, further)
        && calm == Double.isInfinite(allowed);
  }

  private static List<Point> mirrored(List<Point> points) {
    return points.stream().map(p -> new Point(200 - p.x(), p.y())).toList();
  }

  /**
   * Nine tenths in the response time, never past the target, and time that is split is the same.
   */
  @Property
  boolean aLagReachesNineTenths(
      @ForAll @DoubleRange(min = -100, max = 100) double from,
      @ForAll @DoubleRange(min = -100, max = 100) double target,
      @ForAll @DoubleRange(min = 0.1, max = 60) double response) {
    double whole = Curves.lag(from, target, response, response);
    double half = Curves.lag(from, target, response / 2, response);
    double halves = Curves.lag(half, target, response / 2, response);
    return Math.abs(whole - (target + (from - target) * 0.1)) < 1e-6
        && Math.abs(whole - halves) < 1e-6;
  }

  @Provide
  Arbitrary<List<Point>> curves() {
    return Arbitraries.maps(
            Arbitraries.integers().between(1, 199), Arbitraries.integers().between(-100, 100))
        .ofMinSize(1)
        .ofMaxSize(10)
        .map(
            map -> {
              List<Point> points = new ArrayList<>();
              new TreeMap<>(map).forEach((x, y) -> points.add(new Point(x, y)));
              return points;
            });
  }

  /** Thresholds that rise, some of them twice, with times that fall. */
  @Provide
  Arbitrary<List<Point>> trips() {
    Arbitrary<List<Integer>> thresholds =
        Arbitraries.integers().between(1, 199).list().ofMinSize(1).ofMaxSize(10);
    return thresholds.flatMap(
        xs ->
            Arbitraries.integers()
                .between(0, 600)
                .list()
                .ofSize(xs.size())
                .map(
                    ys -> {
                      List<Integer> rising = new ArrayList<>(xs);
                      List<Integer> falling = new ArrayList<>(ys);
                      Collections.sort(rising);
                      falling.sort(Collections.reverseOrder());
                      List<Point> points = new ArrayList<>();
                      for (int i = 0; i < rising.size(); i++) {
                        points.add(new Point(rising.get(i), falling.get(i)));
                      }
                      return points;
                    }));
  }
}
