package energy.ebbflow.simulator.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.simulator.facts.Fact;
import energy.ebbflow.simulator.facts.Percentiles;
import energy.ebbflow.simulator.facts.PhaseSpan;
import energy.ebbflow.simulator.facts.RunFacts;
import energy.ebbflow.simulator.scenario.CheckResult;
import energy.ebbflow.simulator.timeline.Ink.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is shown at the end of a run. */
public final class ClosingTable {
  private static final int LABEL_WIDTH = 22;

  private final Ink ink;
  private final List<String> lines = new ArrayList<>();

  private ClosingTable(Ink ink) {
    this.ink = ink;
  }

  /** The lines of the table. */
  public static List<String> of(RunFacts facts, Verdict verdict, Ink ink) {
    ClosingTable table = new ClosingTable(ink);
    table.fill(facts, verdict);
    return table.lines;
  }

  private void fill(RunFacts facts, Verdict verdict) {
    lines.add("");
    row("negotiated", negotiated(facts));
    if (!facts.second().text(Fact.PILOT).isEmpty()) {
      row("second outlet", negotiated(facts.second()));
      row("its energy", energy(facts.second()));
    }
    row("network", verdict.network());
    row("energy", energy(facts));
    row("battery", battery(facts));
    phases(facts).forEach((name, text) -> row("phase " + name, text));
    row("messages", messages(facts));
    row(
        "contactor cycles",
        String.format(Locale.ROOT, "%.0f", facts.number(Fact.CONTACTOR_CYCLES).orElse(0.0)));
    row("plug to power", millis(facts.number(Fact.PLUG_TO_POWER_MILLIS)));
    row("set-point to power", millis(facts.number(Fact.SETPOINT_TO_POWER_MILLIS)));
    row("stop to open", millis(facts.number(Fact.STOP_TO_OPEN_MILLIS)));
    row("OCPP", ocpp(facts));
    facts.transactions().forEach(t -> row("transaction", transaction(t)));
    row(
        "time",
        String.format(
            Locale.ROOT,
            "%.1f s of the bench in %.1f s (speed %s)",
            facts.now(),
            verdict.wallSeconds(),
            speed(verdict.speed())));
    lines.add("");
    for (CheckResult check : verdict.checks()) {
      lines.add(
          "  "
              + (check.held() ? ink.paint(Tone.GOOD, "✓ ") : ink.paint(Tone.BAD, "✗ "))
              + (check.held() ? check.name() : ink.paint(Tone.BAD, check.line()))
              + (check.held() ? ink.paint(Tone.FAINT, "  " + check.came()) : ""));
    }
    lines.add("");
    lines.add(
        "  "
            + (verdict.passed() ? ink.paint(Tone.GOOD, "PASSED") : ink.paint(Tone.BAD, "FAILED"))
            + "  "
            + ink.paint(Tone.STRONG, verdict.scenario())
            + "  "
            + verdict.reason());
  }

  private void row(String label, String text) {
    if (!text.isEmpty()) {
      lines.add("  " + Ink.pad(ink.paint(Tone.FAINT, label), LABEL_WIDTH) + text);
    }
  }

  private static String negotiated(RunFacts facts) {
    return List.of(
            facts.text(Fact.PROTOCOL),
            facts.text(Fact.SERVICE),
            facts.text(Fact.CONTROL),
            facts.text(Fact.TRANSPORT))
        .stream()
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private static String energy(RunFacts facts) {
    return String.format(
        Locale.ROOT,
        "%.1f Wh in, %.1f Wh out   (%+.2f … %+.2f kW)",
        facts.number(Fact.IMPORTED_WH).orElse(0.0),
        facts.number(Fact.EXPORTED_WH).orElse(0.0),
        facts.number(Fact.WATTS_MIN).orElse(0.0) / 1000,
        facts.number(Fact.WATTS_MAX).orElse(0.0) / 1000);
  }

  private static String battery(RunFacts facts) {
    Optional<Double> start = facts.number(Fact.SOC_START);
    return start.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            "SoC %.2f %% → %.2f %%",
            start.get(),
            facts.number(Fact.SOC_END).orElse(start.get()));
  }

  /** Phases of the same name are added up, in the order of their first appearance. */
  private static Map<String, String> phases(RunFacts facts) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    Map<String, Integer> times = new LinkedHashMap<>();
    for (PhaseSpan span : facts.phases()) {
      seconds.merge(span.name(), span.seconds(), Double::sum);
      times.merge(span.name(), 1, Integer::sum);
    }
    Map<String, String> text = new LinkedHashMap<>();
    seconds.forEach(
        (name, sum) ->
            text.put(
                name,
                String.format(Locale.ROOT, "%7.3f s", sum)
                    + (times.getOrDefault(name, 1) > 1
                        ? "  in " + times.get(name) + " parts"
                        : "")));
    return text;
  }

  private static String messages(RunFacts facts) {
    Optional<Percentiles> times = facts.responses();
    String count = String.format(Locale.ROOT, "%.0f", facts.number(Fact.MESSAGES).orElse(0.0));
    return times
        .map(
            p ->
                String.format(
                    Locale.ROOT,
                    "%s, response median %.1f ms, 99th percentile %.1f ms, at most %.1f ms",
                    count,
                    p.p50(),
                    p.p99(),
                    p.max()))
        .orElse(count);
  }

  private static String millis(Optional<Double> value) {
    return value.map(v -> String.format(Locale.ROOT, "%.0f ms", v)).orElse("");
  }

  private static String ocpp(RunFacts facts) {
    return String.format(
        Locale.ROOT,
        "%s, %.0f refused",
        facts.text(Fact.DIALECT).isEmpty() ? "no link" : facts.text(Fact.DIALECT),
        facts.number(Fact.REJECTED).orElse(0.0));
  }

  private static String transaction(JsonNode transaction) {
    return String.format(
        Locale.ROOT,
        "%s  in %.1f Wh, out %.1f Wh, %d events, %s missing, %d repeated, %d signed, %s",
        transaction.path("id").asText(),
        transaction.path("importedWh").asDouble(),
        transaction.path("exportedWh").asDouble(),
        transaction.path("events").asInt(),
        transaction.path("gaps").asText("?"),
        transaction.path("duplicates").asInt(),
        transaction.path("signedValues").asInt(),
        transaction.path("ended").asBoolean()
            ? "ended: " + transaction.path("stoppedReason").asText("no reason")
            : "NOT ENDED");
  }

  private static String speed(double speed) {
    return speed == Math.rint(speed) ? String.valueOf((long) speed) : String.valueOf(speed);
  }
}
