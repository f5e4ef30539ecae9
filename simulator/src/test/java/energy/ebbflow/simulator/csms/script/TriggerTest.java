package energy.ebbflow.simulator.csms.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.simulator.csms.script.Trigger.Circumstances;
import energy.ebbflow.simulator.csms.script.Trigger.Condition;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TriggerTest {
  private static Circumstances charging(double seconds) {
    return new Circumstances(Map.of(Condition.CHARGING, seconds), 100, 3, 20, 10);
  }

  private static boolean holds(String phrase, Circumstances now) {
    return Trigger.parse(phrase).orElseThrow().holds(now);
  }

  @Test
  void lastingHoldsFromItsSecondOn() {
    assertFalse(holds("charging for 8 s", charging(7.99)));
    assertTrue(holds("charging for 8 s", charging(8.0)));
    assertFalse(holds("discharging for 1 s", charging(8.0)));
  }

  @Test
  void laterCountsFromTheLastStepAndAtFromTheEpoch() {
    assertTrue(holds("3 s later", charging(0)));
    assertFalse(holds("3.1 s later", charging(0)));
    assertTrue(holds("at 100 s", charging(0)));
    assertFalse(holds("at 100.5 s", charging(0)));
  }

  @Test
  void energyLooksAtItsOwnRegister() {
    assertTrue(holds("imported 20 Wh", charging(0)));
    assertFalse(holds("exported 20 Wh", charging(0)));
  }

  @Test
  void everyConditionIsAPhrase() {
    assertTrue(holds("charging", charging(0)));
    assertFalse(holds("transaction started", charging(0)));
  }

  @Test
  void nonsenseIsNoTrigger() {
    assertEquals(Optional.empty(), Trigger.parse("when the moon is full"));
    assertEquals(Optional.empty(), Trigger.parse("sleeping for 8 s"));
    assertEquals(Optional.empty(), Trigger.parse("charging for -8 s"));
  }
}
