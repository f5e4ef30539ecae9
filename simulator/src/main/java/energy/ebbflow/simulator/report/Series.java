package energy.ebbflow.simulator.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.simulator.trace.Trace;
import energy.ebbflow.simulator.trace.TraceEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures over time, for the plots. */
final class Series {
  /** A plot is not finer than this; longer runs are thinned, each extreme kept. */
  static final int POINTS_MAX = 4000;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private record Point(double t, double value) {}

  private Series() {}

  /** One array of [t, value] per figure. */
  static ObjectNode of(Trace trace) {
    Map<String, List<Point>> series = new LinkedHashMap<>();
    for (String name : List.of("watts", "setpoint", "decision", "soc", "volts", "amps", "pilot")) {
      series.put(name, new ArrayList<>());
    }
    boolean vehicleTellsSoc =
        trace.events().stream()
            .anyMatch(e -> e.is("sample") && e.who().equals("ev") && e.number("soc").isPresent());
    boolean samplesTellPilot =
        trace.events().stream().anyMatch(e -> e.is("sample") && e.number("pilotVolts").isPresent());
    for (TraceEvent event : trace.events()) {
      if (event.ofSecond()) {
        // One page, one outlet: the second one's figures are in events.jsonl.
        continue;
      }
      switch (event.kind()) {
        case "sample" -> {
          if (event.who().equals("ev") == vehicleTellsSoc) {
            add(series, "soc", event, "soc");
          }
          if (!event.who().equals("ev")) {
            add(series, "watts", event, "watts");
            add(series, "volts", event, "volts");
            add(series, "amps", event, "amps");
            add(series, "setpoint", event, "setpointWatts");
            if (event.number("setpointWatts").isEmpty()) {
              pause(series, "setpoint", event.t());
            }
            add(series, "pilot", event, "pilotVolts");
          }
        }
        case "decision" -> add(series, "decision", event, "watts");
        case "pilot" -> {
          if (!samplesTellPilot) {
            add(series, "pilot", event, "highVolts");
          }
        }
        default -> {}
      }
    }
    ObjectNode json = JSON.createObjectNode();
    series.forEach(
        (name, points) -> {
          ArrayNode array = json.putArray(name);
          for (Point point : thinned(points)) {
            ArrayNode pair = array.addArray().add(SummaryJson.rounded(point.t()));
            if (Double.isNaN(point.value())) {
              pair.addNull();
            } else {
              pair.add(SummaryJson.rounded(point.value()));
            }
          }
        });
    return json;
  }

  private static void add(
      Map<String, List<Point>> series, String name, TraceEvent event, String field) {
    List<Point> points = series.get(name);
    if (points != null) {
      event
          .number(field)
          .filter(Double::isFinite)
          .ifPresent(value -> points.add(new Point(event.t(), value)));
    }
  }

  /** From here on there is no value; in the page it is a null. */
  private static void pause(Map<String, List<Point>> series, String name, double t) {
    List<Point> points = series.get(name);
    if (points != null && !points.isEmpty() && !Double.isNaN(points.getLast().value())) {
      points.add(new Point(t, Double.NaN));
    }
  }

  /** Of each stretch the lowest and the highest value are kept, in their order. */
  private static List<Point> thinned(List<Point> points) {
    if (points.size() <= POINTS_MAX) {
      return points;
    }
    int stretch = (points.size() * 2 + POINTS_MAX - 1) / POINTS_MAX;
    List<Point> kept = new ArrayList<>();
    for (int from = 0; from < points.size(); from += stretch) {
      List<Point> part = points.subList(from, Math.min(points.size(), from + stretch));
      Optional<Point> pause = part.stream().filter(p -> Double.isNaN(p.value())).findFirst();
      if (pause.isPresent()) {
        kept.addAll(part);
        continue;
      }
      Point low = part.getFirst();
      Point high = part.getFirst();
      for (Point point : part) {
        low = point.value() < low.value() ? point : low;
        high = point.value() > high.value() ? point : high;
      }
      kept.add(low.t() <= high.t() ? low : high);
      if (low != high) {
        kept.add(low.t() <= high.t() ? high : low);
      }
    }
    return kept;
  }
}
