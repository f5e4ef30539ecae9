package energy.ebbflow.simulator.bench.session;

import energy.ebbflow.simulator.facts.Percentiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The table: each figure beside its goal. */
public final class Goals {
  private static final double MICRO = 1e3;
  private static final double MILLI = 1e6;
  private static final double MEBI = 1 << 20;

  /**
   * One figure.
   *
   * @param goal it is below this; empty where there is none
   */
  public record Row(String what, double value, String unit, OptionalDouble goal) {
    /** Whether there is a goal that it does not reach. */
    public boolean missed() {
      return goal.isPresent() && !(value < goal.getAsDouble());
    }

    /** Figure, goal and verdict, in columns. */
    public String line() {
      String goalText = goal.isPresent() ? "< " + plain(goal.getAsDouble()) + " " + unit : "(none)";
      String verdict = goal.isEmpty() ? "" : missed() ? "MISSED" : "met";
      return String.format(
          Locale.ROOT, "%-58s %9s %-4s %-12s %s", what, plain(value), unit, goalText, verdict);
    }

    private static String plain(double value) {
      return value >= 100 || value == Math.rint(value)
          ? String.format(Locale.ROOT, "%.0f", value)
          : String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }
  }

  private final List<Row> rows = new ArrayList<>();

  List<Row> rows() {
    return List.copyOf(rows);
  }

  boolean missed() {
    return rows.stream().anyMatch(Row::missed);
  }

  /** Without TLS: all goals. */
  void plain(Figures figures) {
    Percentiles warm = figures.warm().percentiles();
    Percentiles paced = figures.paced().percentiles();
    add("charge loop back to back, warm, p50", warm.p50() / MICRO, "µs", 80);
    add("charge loop back to back, warm, p99", warm.p99() / MICRO, "µs", 500);
    add("charge loop 10 a second, fresh process, p50", paced.p50() / MILLI, "ms", 0.6);
    add("charge loop 10 a second, fresh process, p99", paced.p99() / MILLI, "ms", 4);
    add("first SAP of a fresh process", figures.first().median() / MILLI, "ms", 25);
    add(
        "first ChargeParameterDiscovery of a fresh process",
        figures.chargeParameters().median() / MILLI,
        "ms",
        25);
    add("process start to first SDP answer", figures.sdp().median() / MILLI, "ms", 700);
    add("resident memory in the loop", figures.residentBytes() / MEBI, "MiB", 96);
    add("processor time per loop message, warm", figures.processorNanos() / MICRO, "µs", 120);
    beside("", figures);
  }

  /** What the vehicle's own socket adds, and what the machine takes for an echo. */
  private void beside(String kind, Figures figures) {
    Percentiles warm = figures.floor().warm().percentiles();
    Percentiles paced = figures.floor().paced().percentiles();
    row(kind + "echo of the same sizes, back to back, p50", warm.p50() / MICRO, "µs");
    row(kind + "echo of the same sizes, back to back, p99", warm.p99() / MICRO, "µs");
    row(kind + "echo of the same sizes, 10 a second, p50", paced.p50() / MILLI, "ms");
    row(kind + "echo of the same sizes, 10 a second, p99", paced.p99() / MILLI, "ms");
    times(kind + "loop back to back, p50, in echoes", figures.warm(), figures.floor().warm());
    times(kind + "loop 10 a second, p50, in echoes", figures.paced(), figures.floor().paced());
    Percentiles warmSocket = figures.warmSocket().percentiles();
    Percentiles pacedSocket = figures.pacedSocket().percentiles();
    row(kind + "at the vehicle's socket, back to back, p50", warmSocket.p50() / MICRO, "µs");
    row(kind + "at the vehicle's socket, back to back, p99", warmSocket.p99() / MICRO, "µs");
    row(kind + "at the vehicle's socket, 10 a second, p50", pacedSocket.p50() / MILLI, "ms");
    row(kind + "at the vehicle's socket, 10 a second, p99", pacedSocket.p99() / MILLI, "ms");
  }

  private void times(String what, Times measured, Times floor) {
    row(what, measured.median() / floor.median(), "x");
  }

  /** The start without a cache. */
  void uncached(Times sdp) {
    row("process start to first SDP answer, without AOT cache", sdp.median() / MILLI, "ms");
  }

  /** With TLS 1.3, both sides authenticated. */
  void secured(Figures figures) {
    Percentiles paced = figures.paced().percentiles();
    Percentiles warm = figures.warm().percentiles();
    add("TLS 1.3 mutual: 10 a second, fresh process, p99", paced.p99() / MILLI, "ms", 10);
    row("TLS 1.3 mutual: 10 a second, fresh process, p50", paced.p50() / MILLI, "ms");
    figures
        .handshake()
        .ifPresent(
            handshake ->
                row(
                    "TLS 1.3 mutual: handshake of a fresh process, TCP included",
                    handshake.median() / MILLI,
                    "ms"));
    row("TLS 1.3 mutual: first SAP of a fresh process", figures.first().median() / MILLI, "ms");
    row(
        "TLS 1.3 mutual: first ChargeParameterDiscovery",
        figures.chargeParameters().median() / MILLI,
        "ms");
    row("TLS 1.3 mutual: back to back, warm, p50", warm.p50() / MICRO, "µs");
    row("TLS 1.3 mutual: back to back, warm, p99", warm.p99() / MICRO, "µs");
    row("TLS 1.3 mutual: resident memory in the loop", figures.residentBytes() / MEBI, "MiB");
    row("TLS 1.3 mutual: processor time per loop message", figures.processorNanos() / MICRO, "µs");
    beside("TLS 1.3 mutual: ", figures);
  }

  private void add(String what, double value, String unit, double goal) {
    rows.add(new Row(what, value, unit, OptionalDouble.of(goal)));
  }

  private void row(String what, double value, String unit) {
    rows.add(new Row(what, value, unit, OptionalDouble.empty()));
  }
}
