package energy.ebbflow.simulator.csms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.simulator.csms.ledger.LedgerTransaction;
import energy.ebbflow.simulator.csms.script.AnswerRule;
import energy.ebbflow.simulator.csms.script.AnswerRule.Treatment;
import energy.ebbflow.simulator.csms.script.CsmsScript;
import energy.ebbflow.simulator.csms.script.ScriptAction;
import energy.ebbflow.simulator.csms.script.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeskTest {
  private static final long SECOND = 1_000_000_000L;

  private final List<String> sent = new ArrayList<>();
  private final List<DeskEffect> effects = new ArrayList<>();

  private static CsmsScript script(List<AnswerRule> answers, CsmsScript.Step... steps) {
    return new CsmsScript(
        300, List.of("Accepted"), 10, Map.of("BAD", "Blocked"), answers, List.of(steps));
  }

  private static CsmsScript.Step step(String when, ScriptAction action) {
    return new CsmsScript.Step(when, Trigger.parse(when).orElseThrow(), action);
  }

  private static Desk desk(CsmsScript script) {
    return new Desk(script, Instant.parse("2026-01-01T00:00:00Z"), Dialect::readShapes);
  }

  private void feed(Desk desk, DeskInput input, long now) {
    List<DeskEffect> came = desk.handle(input, now);
    effects.addAll(came);
    for (DeskEffect effect : came) {
      if (effect instanceof DeskEffect.Send send) {
        sent.add(send.text());
      }
    }
  }

  private void say(Desk desk, String text, long now) {
    feed(desk, new DeskInput.Text(text), now);
  }

  private Desk booted(CsmsScript script) {
    Desk desk = desk(script);
    feed(desk, new DeskInput.Opened(Dialect.OCPP_2_1), 0);
    say(desk, Messages.boot("b"), 0);
    return desk;
  }

  @Test
  void aBootIsAcceptedWithTheIntervalAndTheVirtualTime() {
    booted(CsmsScript.obliging());
    assertEquals(
        "[3,\"b\",{\"currentTime\":\"2026-01-01T00:00:00Z\",\"interval\":300,"
            + "\"status\":\"Accepted\"}]",
        sent.getFirst());
  }

  /** B02.FR.02: before it is accepted the station sends nothing else. */
  @Test
  void whatComesBeforeTheBootIsRefused() {
    Desk desk = desk(CsmsScript.obliging());
    feed(desk, new DeskInput.Opened(Dialect.OCPP_2_1), 0);
    say(desk, Messages.plugged("p"), 0);
    assertTrue(sent.getFirst().startsWith("[4,\"p\",\"SecurityError\""), sent.toString());
    assertEquals(1, desk.rejected());
  }

  @Test
  void theStepsOfTheScriptAreTakenInOrderAndEachOnlyOnce() {
    Desk desk =
        booted(
            script(
                List.of(),
                step("plugged for 1 s", new ScriptAction.RemoteStart("EBB-1", 1)),
                step("charging for 8 s", new ScriptAction.Setpoint(-8000)),
                step("discharging for 2 s", new ScriptAction.RemoteStop())));
    say(desk, Messages.plugged("p"), SECOND);
    feed(desk, new DeskInput.Tick(), 2 * SECOND - 1);
    assertEquals(0, desk.stepsTaken());
    feed(desk, new DeskInput.Tick(), 2 * SECOND);
    assertEquals(1, desk.stepsTaken());
    assertTrue(sent.getLast().contains("\"RequestStartTransaction\""), sent.getLast());
    String id = sent.getLast().split("\"")[1];
    say(desk, "[3,\"" + id + "\",{\"status\":\"Accepted\"}]", 2 * SECOND);

    say(desk, Messages.transaction("t0", "Started", 0, 1000, 500, 9000), 3 * SECOND);
    feed(desk, new DeskInput.Tick(), 11 * SECOND - 1);
    assertEquals(1, desk.stepsTaken());
    feed(desk, new DeskInput.Tick(), 11 * SECOND);
    assertTrue(sent.getLast().contains("\"setpoint\":-8000.0"), sent.getLast());
    assertTrue(sent.getLast().contains("\"transactionId\":\"T1\""), sent.getLast());
    id = sent.getLast().split("\"")[1];
    say(desk, "[3,\"" + id + "\",{\"status\":\"Accepted\"}]", 11 * SECOND);

    say(desk, Messages.transaction("t1", "Updated", 1, 1020, 500, -8000), 12 * SECOND);
    feed(desk, new DeskInput.Tick(), 14 * SECOND);
    assertTrue(sent.getLast().contains("\"RequestStopTransaction\""), sent.getLast());
    assertEquals(3, desk.stepsTaken());
    assertEquals(0, desk.rejected());
  }

  /** What the back office itself sends has to pass its own reading of the standard. */
  @Test
  void everyRequestOfAScriptObeysTheStandard() {
    List<ScriptAction> actions =
        List.of(
            new ScriptAction.RemoteStart("EBB-1", 1),
            new ScriptAction.RemoteStop(),
            new ScriptAction.Setpoint(-8000),
            new ScriptAction.Limit(16, ScriptAction.Unit.AMPERE),
            new ScriptAction.ClearProfiles(),
            new ScriptAction.Reset(false),
            new ScriptAction.Unlock(1),
            new ScriptAction.SetVariable("SampledDataCtrlr", "TxUpdatedInterval", "2"),
            new ScriptAction.AllowTransfer(List.of("DC_BPT")),
            new ScriptAction.Reserve(4, "EBB-1", 1, 600),
            new ScriptAction.CancelReservation(4),
            new ScriptAction.Trigger("StatusNotification", 1));
    for (Dialect dialect : Dialect.values()) {
      Requests.Context context =
          new Requests.Context(
              dialect, Optional.of("1001"), 7, Instant.parse("2026-01-01T00:00:00Z"));
      for (ScriptAction action : actions) {
        Optional<Requests.Request> request = Requests.of(action, context);
        // Who may take energy out has words in 2.1 alone.
        assertEquals(
            dialect.bidirectional() || !(action instanceof ScriptAction.AllowTransfer),
            request.isPresent(),
            dialect + " " + action);
        request.ifPresent(
            r ->
                assertEquals(
                    List.of(),
                    dialect.readShapes().knows(r.action())
                        ? dialect.readShapes().checkRequest(r.action(), r.payload())
                        : List.of(),
                    dialect + " " + action));
      }
    }
  }

  @Test
  void energyIsBookedApartAndRepeatedEventsChangeNothing() {
    Desk desk = booted(CsmsScript.obliging());
    say(desk, Messages.transaction("a", "Started", 0, 1000, 500, 0), SECOND);
    say(desk, Messages.transaction("b2", "Updated", 1, 1030, 500, 9000), SECOND);
    say(desk, Messages.transaction("c", "Updated", 1, 1030, 500, 9000), SECOND);
    say(desk, Messages.transaction("d", "Ended", 3, 1030, 540, 0), SECOND);
    LedgerTransaction booked = desk.ledger().latest().orElseThrow();
    assertEquals(30, booked.importedWh(), 1e-9);
    assertEquals(40, booked.exportedWh(), 1e-9);
    assertEquals(1, booked.duplicates());
    assertEquals(1, booked.gaps().orElseThrow());
    assertTrue(booked.ended());
    assertFalse(booked.registerRanBackwards());
    assertEquals(1, desk.ledger().transactions().size());
  }

  @Test
  void aMessageAgainstTheStandardIsRefusedAndNotBooked() {
    Desk desk = booted(CsmsScript.obliging());
    say(desk, Messages.call("x", "TransactionEvent", "{\"eventType\":\"Started\"}"), 0);
    assertTrue(sent.getLast().startsWith("[4,\"x\",\"OccurrenceConstraint"), sent.getLast());
    assertTrue(desk.ledger().transactions().isEmpty());
    say(desk, Messages.call("y", "MakeTea", "{}"), 0);
    assertTrue(sent.getLast().startsWith("[4,\"y\",\"NotImplemented\""), sent.getLast());
    say(desk, "this is no JSON", 0);
    assertTrue(sent.getLast().startsWith("[4,\"-1\",\"RpcFrameworkError\""), sent.getLast());
    say(desk, "[3,\"nobody asked\",{}]", 0);
    assertEquals(4, desk.rejected());
  }

  @Test
  void aDelayedAnswerComesWhenItsTimeHasCome() {
    Desk desk = booted(script(List.of(new AnswerRule("Heartbeat", 1, 1, new Treatment.Delay(3)))));
    int before = sent.size();
    say(desk, Messages.call("h", "Heartbeat", "{}"), SECOND);
    feed(desk, new DeskInput.Tick(), 4 * SECOND - 1);
    assertEquals(before, sent.size());
    feed(desk, new DeskInput.Tick(), 4 * SECOND);
    assertTrue(sent.getLast().startsWith("[3,\"h\""), sent.getLast());
    say(desk, Messages.call("h2", "Heartbeat", "{}"), 5 * SECOND);
    assertTrue(sent.getLast().startsWith("[3,\"h2\""), sent.getLast());
  }

  @Test
  void droppedAndRefusedRequestsAreNotCountedAgainstTheStation() {
    Desk desk =
        booted(
            script(
                List.of(
                    new AnswerRule("Heartbeat", 1, 1, new Treatment.Drop()),
                    new AnswerRule("Heartbeat", 2, 1, new Treatment.Refuse("InternalError")),
                    new AnswerRule("Heartbeat", 3, 1, new Treatment.Disconnect(5)))));
    int before = sent.size();
    say(desk, Messages.call("h1", "Heartbeat", "{}"), 0);
    assertEquals(before, sent.size());
    say(desk, Messages.call("h2", "Heartbeat", "{}"), 0);
    assertTrue(sent.getLast().startsWith("[4,\"h2\",\"InternalError\""), sent.getLast());
    say(desk, Messages.call("h3", "Heartbeat", "{}"), 0);
    assertTrue(
        effects.getLast() instanceof DeskEffect.Close close && close.refuseSeconds() == 5,
        effects.getLast().toString());
    assertEquals(0, desk.rejected());
  }

  /** OCPP-J 4.1.1: one request at a time; an answer that never comes frees the way after 30 s. */
  @Test
  void requestsWaitForTheAnswerToTheOneBefore() {
    Desk desk =
        booted(
            script(
                List.of(),
                step("booted", new ScriptAction.Unlock(1)),
                step("booted", new ScriptAction.Reset(false))));
    assertTrue(sent.getLast().contains("UnlockConnector"), sent.getLast());
    feed(desk, new DeskInput.Tick(), 30 * SECOND - 1);
    assertTrue(sent.getLast().contains("UnlockConnector"), sent.getLast());
    feed(desk, new DeskInput.Tick(), 30 * SECOND);
    assertTrue(sent.getLast().contains("Reset"), sent.getLast());
    assertEquals(1, desk.rejected());
  }

  @Test
  void aTokenOfTheScriptIsRefused() {
    Desk desk = booted(script(List.of()));
    say(
        desk,
        Messages.call("a", "Authorize", "{\"idToken\":{\"idToken\":\"BAD\",\"type\":\"Central\"}}"),
        0);
    assertEquals("[3,\"a\",{\"idTokenInfo\":{\"status\":\"Blocked\"}}]", sent.getLast());
  }
}
