package energy.ebbflow.simulator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import energy.ebbflow.simulator.bench.SampleRun;
import energy.ebbflow.simulator.facts.RunFacts;
import energy.ebbflow.simulator.scenario.CheckResult;
import energy.ebbflow.simulator.scenario.Scenario;
import energy.ebbflow.simulator.scenario.ScenarioCatalog;
import energy.ebbflow.simulator.timeline.Verdict;
import energy.ebbflow.simulator.trace.Trace;
import energy.ebbflow.simulator.trace.TraceEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String HOSTILE = "</script><script>document.title='owned'</script>";

  @TempDir private Path folder = Path.of("");

  private static RunReport report(boolean good) throws Exception {
    Scenario scenario = ScenarioCatalog.find("first-light");
    RunFacts facts = new RunFacts();
    Trace trace = new Trace();
    for (TraceEvent event : SampleRun.events()) {
      facts.take(event);
      trace.add(event);
    }
    List<CheckResult> checks = new ArrayList<>();
    scenario.checks().forEach(check -> checks.add(check.judge(facts)));
    if (!good) {
      checks.add(new CheckResult("a check that fails", false, "tea", HOSTILE));
    }
    Verdict verdict =
        new Verdict(scenario.name(), good, good ? "all held" : HOSTILE, checks, "a test", 1, 12.5);
    return new RunReport(scenario, verdict, facts, trace, Instant.parse("2026-01-01T00:00:00Z"));
  }

  private static JsonNode decode(String set, String hex) {
    return JSON.createObjectNode().put("set", set).put("bytes", hex.length() / 2);
  }

  /** Exactly these keys, in this order: programs rely on it. */
  @Test
  void theSummaryHasTheDocumentedKeys() throws Exception {
    JsonNode json = SummaryJson.of(report(true).facts(), report(true).verdict());
    assertEquals(
        List.of(
            "scenario",
            "outcome",
            "reason",
            "protocol",
            "energyImportedWh",
            "energyExportedWh",
            "socStart",
            "socEnd",
            "messages",
            "responseMillis",
            "contactorCycles",
            "plugToPowerMillis",
            "ocpp"),
        json.properties().stream().map(Map.Entry::getKey).toList());
    assertEquals("ISO 15118-20:DC", json.path("protocol").asText());
    assertEquals(1, json.path("ocpp").path("transactions").asInt());
    assertTrue(json.path("energyImportedWh").asDouble() > 20, json.toString());
    assertTrue(json.path("responseMillis").path("p50").isNumber(), json.toString());
  }

  @Test
  void whatIsUnknownIsNullAndNotZero() {
    JsonNode json =
        SummaryJson.of(
            new RunFacts(), new Verdict("x", false, "nothing ran", List.of(), "none", 1, 0));
    assertTrue(json.path("socStart").isNull());
    assertTrue(json.path("plugToPowerMillis").isNull());
    assertTrue(json.path("responseMillis").path("p99").isNull());
    assertTrue(json.path("protocol").isNull());
  }

  @Test
  void everyMessageIsALineWithItsFields() throws Exception {
    ReportWriter.write(folder, report(true), ReportWriterTest::decode);
    List<String> lines = Files.readAllLines(folder.resolve("messages.jsonl"));
    JsonNode first = JSON.readTree(lines.getFirst());
    assertEquals("supportedAppProtocolReq", first.path("name").asText());
    assertEquals(3, first.path("fields").path("bytes").asInt());
    assertEquals("ev>evse", first.path("direction").asText());
    JsonNode json = JSON.readTree(Files.readString(folder.resolve("report.json")));
    assertEquals(lines.size(), json.path("messages").asInt());
  }

  @Test
  void thePageNeedsNothingButItself() throws Exception {
    ReportWriter.write(folder, report(true), ReportWriterTest::decode);
    String page = Files.readString(folder.resolve("report.html"));
    for (String word : List.of("src=", "href=", "@import", "url(http", "fetch(", "@DATA@")) {
      assertFalse(page.contains(word), word);
    }
  }

  /** A text of a peer stands in the page as text, whatever it contains. */
  @Test
  void aBrowserShowsThePlotsAndRunsNoForeignText() throws Exception {
    ReportWriter.write(folder, report(false), ReportWriterTest::decode);
    String dom = dom(folder.resolve("report.html"));
    assertTrue(dom.contains("data-plot=\"power\""), "no power plot");
    assertTrue(dom.contains("data-plot=\"soc\""), "no plot of the state of charge");
    assertTrue(dom.contains("data-plot=\"volts\""), "no voltage plot");
    assertTrue(dom.contains("data-plot=\"pilot\""), "no pilot plot");
    assertTrue(dom.contains("Why it failed"), "failures are not on top");
    assertTrue(dom.contains("a check that fails"), "the failed check is missing");
    assertTrue(dom.contains("DC_ChargeLoopReq"), "no messages");
    assertFalse(dom.contains("<title>owned"), "foreign text ran");
  }

  private static String dom(Path page) throws Exception {
    Path chromium = Path.of("/usr/bin/chromium");
    if (!Files.isExecutable(chromium)) {
      boolean required = "1".equals(System.getenv("EBBFLOW_REQUIRE_PEERS"));
      assertFalse(required, "expected a browser at " + chromium + ", there is none");
      Assumptions.abort("no browser at " + chromium);
    }
    Path profile = Files.createTempDirectory("ebbflow-browser");
    Process process =
        new ProcessBuilder(
                chromium.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + profile,
                "--virtual-time-budget=3000",
                "--dump-dom",
                page.toUri().toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String dom = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the browser did not end");
    return dom;
  }
}
