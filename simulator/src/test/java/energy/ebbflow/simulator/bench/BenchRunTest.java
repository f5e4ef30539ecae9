package energy.ebbflow.simulator.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.hal.config.ConfigFile;
import energy.ebbflow.simulator.facts.Fact;
import energy.ebbflow.simulator.facts.RunFacts;
import energy.ebbflow.simulator.report.RunReport;
import energy.ebbflow.simulator.scenario.CheckResult;
import energy.ebbflow.simulator.scenario.Scenario;
import energy.ebbflow.simulator.scenario.ScenarioCatalog;
import energy.ebbflow.simulator.scenario.ScenarioReader;
import energy.ebbflow.simulator.timeline.Entry;
import energy.ebbflow.simulator.timeline.Ink;
import energy.ebbflow.simulator.timeline.Screen;
import energy.ebbflow.simulator.timeline.Timeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The run with processes that write what real ones should. */
class BenchRunTest {
  private static final class Paper implements Screen {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void entry(Entry entry) {
      lines.add(entry.line(Ink.PLAIN));
    }

    @Override
    public void progress(String text) {
      throw new IllegalStateException("no moving line on paper");
    }

    @Override
    public int width() {
      return 120;
    }

    @Override
    public boolean live() {
      return false;
    }
  }

  private record Fakes(String stationManner) implements Programs {
    private static List<String> fake(String who, String manner) {
      return List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-XX:TieredStopAtLevel=1",
          "-cp",
          System.getProperty("java.class.path"),
          FakeProcess.class.getName(),
          who,
          manner);
    }

    @Override
    public List<String> backOffice(int port) {
      return fake("csms", "good");
    }

    @Override
    public List<String> station(Path board, String url) {
      return fake("evse", stationManner);
    }

    @Override
    public List<String> hardware(Path board) {
      throw new IllegalStateException("no scenario of this test plays hardware");
    }

    @Override
    public List<String> vehicle(int outlet, Path script) {
      return fake("ev", "good");
    }
  }

  private static RunReport run(Scenario scenario, String stationManner, Paper paper)
      throws Exception {
    Plan plan = new Plan(scenario.name(), scenario, 20);
    RunFacts facts = new RunFacts();
    try (Workspace workspace = Workspace.make(false);
        Network network = new LoopbackNetwork("a test")) {
      BenchRun run =
          new BenchRun(
              plan,
              network,
              new Timeline(paper, Ink.PLAIN, facts),
              facts,
              System.currentTimeMillis());
      return run.run(new Fakes(stationManner), workspace);
    }
  }

  @Test
  void aGoodRunPassesEveryCheckOfFirstLight() throws Exception {
    Paper paper = new Paper();
    RunReport report = run(ScenarioCatalog.find("first-light"), "good", paper);
    assertEquals(
        List.of(),
        report.verdict().checks().stream()
            .filter(check -> !check.held())
            .map(CheckResult::line)
            .toList());
    assertTrue(report.verdict().passed(), report.verdict().reason());
    assertTrue(
        paper.lines.stream().anyMatch(line -> line.contains("contactors CLOSED")),
        String.join("\n", paper.lines));
  }

  @Test
  void aProcessThatDiesEndsTheRunWithItsLastWords() throws Exception {
    Paper paper = new Paper();
    RunReport report = run(ScenarioCatalog.find("first-light"), "dies", paper);
    assertFalse(report.verdict().passed());
    assertEquals(
        "the firmware ended with code 7 in the middle of the run: expected a board, came a toaster;"
            + " giving up",
        report.verdict().reason());
  }

  @Test
  void aFailedCheckFailsTheRunAndNamesItself() throws Exception {
    Scenario scenario =
        scenario(
            """
            title = "too much"
            seconds_max = 60
            [station]
            board = "simulated"
            [vehicle]
            name = "bpt-dc"
            [[check]]
            name = "a lot of energy"
            fact = "energyImportedWh"
            at_least = 1000
            """);
    RunReport report = run(scenario, "good", new Paper());
    assertFalse(report.verdict().passed());
    assertTrue(
        report.verdict().reason().startsWith("1 of 1 checks failed; a lot of energy: expected"),
        report.verdict().reason());
  }

  @Test
  void theLastWordsOfAProcessThatIsEndedAreHeard() throws Exception {
    RunReport report = run(ScenarioCatalog.find("first-light"), "good", new Paper());
    assertEquals(2, report.trace().events().stream().filter(event -> event.is("end")).count());
    assertEquals("A", report.facts().text(Fact.PILOT));
  }

  @Test
  void theFolderOfARunIsRemovedUnlessItIsKept() throws Exception {
    Path gone;
    try (Workspace workspace = Workspace.make(false)) {
      gone = workspace.folder();
      Files.createDirectories(workspace.data().resolve("deep"));
      Files.writeString(workspace.data().resolve("deep").resolve("file"), "x");
    }
    assertFalse(Files.exists(gone));
  }

  private static Scenario scenario(String toml) throws ConfigException {
    return ScenarioReader.read("test", ConfigFile.parse("test.toml", toml));
  }
}
