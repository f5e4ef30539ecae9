package energy.ebbflow.simulator.csms.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.hal.config.ConfigFile;
import org.junit.jupiter.api.Test;

class ScriptReaderTest {
  private static CsmsScript read(String toml) throws ConfigException {
    ConfigFile file = ConfigFile.parse("script.toml", toml);
    CsmsScript script = ScriptReader.read(file.root());
    file.finish();
    return script;
  }

  @Test
  void aScriptIsReadWhole() throws ConfigException {
    CsmsScript script =
        read(
            """
            heartbeat_seconds = 60
            boot = ["Pending", "Accepted"]

            [tokens]
            BAD = "Blocked"

            [[answer]]
            to = "TransactionEvent"
            first = 2
            with = "delay"
            seconds = 3.0

            [[step]]
            when = "plugged for 1 s"
            do = "remote_start"
            token = "EBB-1"

            [[step]]
            when = "charging for 8 s"
            do = "setpoint"
            watts = -8000
            """);
    assertEquals(60, script.heartbeatSeconds());
    assertEquals("Blocked", script.statusOf("BAD"));
    assertEquals("Accepted", script.statusOf("GOOD"));
    assertEquals(
        new AnswerRule("TransactionEvent", 2, 1, new AnswerRule.Treatment.Delay(3)),
        script.answers().getFirst());
    assertEquals(new ScriptAction.Setpoint(-8000), script.steps().get(1).action());
  }

  @Test
  void aWrongPhraseIsAnErrorWithItsLine() {
    ConfigException e =
        assertThrows(
            ConfigException.class,
            () -> read("[[step]]\nwhen = \"tea time\"\ndo = \"remote_stop\"\n"));
    assertEquals(1, e.problems().size());
    assertTrue(e.problems().getFirst().contains("script.toml:2"), e.problems().toString());
    assertTrue(e.problems().getFirst().contains("charging for N s"), e.problems().toString());
  }

  /** A word that OCPP does not have would be refused by the station in the middle of a run. */
  @Test
  void wordsThatOcppDoesNotHaveAreErrors() {
    ConfigException e =
        assertThrows(
            ConfigException.class,
            () -> read("boot = [\"Pending\", \"Maybe\"]\n[tokens]\n\"*\" = \"Perhaps\"\n"));
    assertEquals(2, e.problems().size(), e.problems().toString());
    assertTrue(e.problems().toString().contains("Rejected, got `Maybe`"), e.problems().toString());
    assertTrue(e.problems().toString().contains("got `Perhaps`"), e.problems().toString());
  }

  @Test
  void anUnknownKeyIsAnError() {
    ConfigException e =
        assertThrows(
            ConfigException.class,
            () -> read("[[step]]\nwhen = \"booted\"\ndo = \"remote_stop\"\nwatts = 3\n"));
    assertTrue(e.problems().getFirst().contains("watts"), e.problems().toString());
  }

  @Test
  void aRuleCoversFromItsFirstForItsCount() {
    AnswerRule rule = new AnswerRule("*", 2, 2, new AnswerRule.Treatment.Drop());
    assertEquals(false, rule.covers("Heartbeat", 1));
    assertTrue(rule.covers("Heartbeat", 2));
    assertTrue(rule.covers("Heartbeat", 3));
    assertEquals(false, rule.covers("Heartbeat", 4));
  }
}
