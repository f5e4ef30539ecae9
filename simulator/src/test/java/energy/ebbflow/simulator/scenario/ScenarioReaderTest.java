package energy.ebbflow.simulator.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.hal.config.ConfigFile;
import energy.ebbflow.simulator.bench.SampleRun;
import energy.ebbflow.simulator.facts.Fact;
import energy.ebbflow.simulator.facts.RunFacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioReaderTest {
  private static final String HEAD =
      """
      title = "t"
      seconds_max = 10
      [station]
      board = "simulated"
      [vehicle]
      name = "bpt-dc"
      """;

  private static Scenario read(String more) throws ConfigException {
    return ScenarioReader.read("t", ConfigFile.parse("t.toml", HEAD + more));
  }

  private static String problem(String more) {
    return String.join("\n", assertThrows(ConfigException.class, () -> read(more)).problems());
  }

  @Test
  void everyScenarioThatComesAlongIsInOrder() throws ConfigException {
    List<String> names = ScenarioCatalog.all().stream().map(Scenario::name).toList();
    assertEquals(
        List.of(
            "first-light",
            "basic-ac",
            "fallback",
            "office-away",
            "silent-vehicle",
            "crash",
            "iso20-ac",
            "iso20-ac-bpt",
            "iso2-ac",
            "iso2-dc",
            "iso2-contract",
            "small-car",
            "din",
            "scheduled",
            "renegotiation",
            "pause-resume",
            "later-discharge",
            "late-authorisation",
            "drop-and-return",
            "rule-breaker",
            "tls-failure",
            "unplug-under-load",
            "bus",
            "service-renegotiation",
            "control-modes",
            "standby",
            "parking",
            "fleet-needs",
            "wight-street",
            "dual",
            "dc-board",
            "utrecht-fcr",
            "grid-operator",
            "reactive-power",
            "budapest-fleet",
            "toulouse-depot",
            "rotterdam",
            "gothenburg",
            "porto-airport"),
        names);
  }

  @Test
  void anUnknownFactIsAnErrorThatListsTheKnownOnes() {
    String problem = problem("[[check]]\nname = \"x\"\nfact = \"mood\"\nis = \"good\"\n");
    assertTrue(problem.contains("t.toml:9") && problem.contains("energyImportedWh"), problem);
  }

  @Test
  void aCheckWithoutABoundIsAnError() {
    String problem = problem("[[check]]\nname = \"x\"\nfact = \"messages\"\n");
    assertTrue(problem.contains("at_least"), problem);
  }

  /** A check of an outlet without a vehicle could never hold. */
  @Test
  void theSecondOutletNeedsAVehicle() throws ConfigException {
    String check = "[[check]]\nname = \"x\"\nfact = \"messages\"\nexactly = 0\noutlet = 2\n";
    assertTrue(problem(check).contains("second_vehicle"), problem(check));
    Scenario two = read("[second_vehicle]\nname = \"dc\"\n" + check);
    assertEquals(2, two.vehicles().size());
    RunFacts facts = new RunFacts();
    SampleRun.events().forEach(facts::take);
    assertTrue(two.checks().getFirst().judge(facts).held(), "the sample has one outlet");
    assertTrue(facts.messageCount("SessionSetupReq") > 0);
  }

  @Test
  void anUnknownKeyIsAnError() {
    assertTrue(
        problem("[[check]]\nname = \"x\"\nfact = \"messages\"\natleast = 3\n").contains("atleast"));
  }

  @Test
  void aScenarioThatIsNotThereIsOneLine() {
    ConfigException e = assertThrows(ConfigException.class, () -> ScenarioCatalog.find("nope"));
    assertEquals(1, e.problems().size());
    assertTrue(e.problems().getFirst().contains("first-light"), e.problems().toString());
  }

  @Test
  void boundsBelongToTheRange() {
    RunFacts facts = new RunFacts();
    Check.Between zero = new Check.Between("n", Fact.MESSAGES, 0, 0);
    Check.Between one = new Check.Between("n", Fact.MESSAGES, 1, Double.POSITIVE_INFINITY);
    assertTrue(zero.judge(facts).held());
    assertFalse(one.judge(facts).held());
    assertEquals("n: expected messages ≥ 1, came 0", one.judge(facts).line());
  }

  @Test
  void everyFactIsExplained() throws IOException {
    String page;
    try (InputStream in = ScenarioCatalog.class.getResourceAsStream("/scenarios/README.md")) {
      page = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (Fact fact : Fact.values()) {
      assertTrue(page.contains("| `" + fact.word() + "` |"), fact.word());
    }
  }

  /** What the run did not tell is no 0. */
  @Test
  void aFigureThatIsUnknownHoldsNoBound() {
    Check.Between any =
        new Check.Between("n", Fact.SOC_END, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    assertFalse(any.judge(new RunFacts()).held());
  }

  @Test
  void messagesOutOfOrderAreFoundByName() {
    RunFacts facts = new RunFacts();
    SampleRun.events().forEach(facts::take);
    assertTrue(
        new Check.Order("o", List.of("SessionSetupReq", "SessionStopReq")).judge(facts).held());
    CheckResult wrong =
        new Check.Order("o", List.of("SessionStopReq", "SessionSetupReq")).judge(facts);
    assertFalse(wrong.held());
    assertEquals("no SessionSetupReq in its place (2.)", wrong.came());
  }
}
