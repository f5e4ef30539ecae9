package energy.ebbflow.simulator.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.simulator.facts.Fact;
import energy.ebbflow.simulator.facts.PhaseSpan;
import energy.ebbflow.simulator.facts.RunFacts;
import energy.ebbflow.simulator.scenario.CheckResult;

/** The whole of {@code report.json}: the summary, and what it rests on. */
final class ReportJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ReportJson() {}

  static ObjectNode of(RunReport report) {
    RunFacts facts = report.facts();
    ObjectNode json = SummaryJson.of(facts, report.verdict());
    json.put("title", report.scenario().title());
    json.put("start", report.epoch().toString());
    json.put("network", report.verdict().network());
    json.put("speed", report.verdict().speed());
    json.put("virtualSeconds", SummaryJson.rounded(facts.now()));
    json.put("wallSeconds", SummaryJson.rounded(report.verdict().wallSeconds()));
    ArrayNode checks = json.putArray("checks");
    for (CheckResult check : report.verdict().checks()) {
      checks
          .addObject()
          .put("name", check.name())
          .put("held", check.held())
          .put("expected", check.expected())
          .put("came", check.came());
    }
    ArrayNode phases = json.putArray("phases");
    for (PhaseSpan phase : facts.phases()) {
      phases
          .addObject()
          .put("name", phase.name())
          .put("start", SummaryJson.rounded(phase.start()))
          .put("seconds", SummaryJson.rounded(phase.seconds()))
          .put("ended", !phase.open());
    }
    ObjectNode responses = json.putObject("responses");
    facts
        .responsesByName()
        .forEach(
            (name, p) ->
                responses
                    .putObject(name)
                    .put("count", p.count())
                    .put("p50", SummaryJson.rounded(p.p50()))
                    .put("p99", SummaryJson.rounded(p.p99()))
                    .put("max", SummaryJson.rounded(p.max())));
    ArrayNode transactions = json.putArray("transactions");
    facts.transactions().forEach(transactions::add);
    ArrayNode known = json.putArray("facts");
    for (var entry : facts.all().entrySet()) {
      Fact fact = entry.getKey();
      ObjectNode one = known.addObject().put("fact", fact.word()).put("meaning", fact.meaning());
      if (entry.getValue() instanceof Number number) {
        one.put("value", SummaryJson.rounded(number.doubleValue()));
      } else {
        one.put("value", entry.getValue().toString());
      }
    }
    if (report.trace().dropped() > 0) {
      json.put("eventsNotKept", report.trace().dropped());
    }
    return json;
  }

  static JsonMapper mapper() {
    return JSON;
  }
}
