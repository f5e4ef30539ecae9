package energy.ebbflow.simulator.csms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.simulator.csms.ledger.LedgerTransaction;
import energy.ebbflow.simulator.csms.script.CsmsScript;
import energy.ebbflow.simulator.csms.script.ScriptAction;
import energy.ebbflow.simulator.csms.script.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The desk of a station that speaks OCPP 1.6J. */
class Desk16Test {
  private static final long SECOND = 1_000_000_000L;

  private final List<String> sent = new ArrayList<>();
  private Desk desk = desk(CsmsScript.obliging());

  private static Desk desk(CsmsScript script) {
    return new Desk(script, Instant.parse("2026-01-01T00:00:00Z"), Dialect::readShapes);
  }

  private static CsmsScript script(Map<String, String> tokens, CsmsScript.Step... steps) {
    return new CsmsScript(300, List.of("Accepted"), 10, tokens, List.of(), List.of(steps));
  }

  private static CsmsScript.Step step(String when, ScriptAction action) {
    return new CsmsScript.Step(when, Trigger.parse(when).orElseThrow(), action);
  }

  private void feed(DeskInput input, long now) {
    for (DeskEffect effect : desk.handle(input, now)) {
      if (effect instanceof DeskEffect.Send send) {
        sent.add(send.text());
      }
    }
  }

  private void say(String id, String action, String payload, long now) {
    feed(new DeskInput.Text(Messages.call(id, action, payload.replace('\'', '"'))), now);
  }

  private void boot(CsmsScript script) {
    desk = desk(script);
    feed(new DeskInput.Opened(Dialect.OCPP_1_6), 0);
    say("b", "BootNotification", "{'chargePointVendor':'E','chargePointModel':'E1'}", 0);
  }

  private static String start(String timestamp) {
    return "{'connectorId':1,'idTag':'TAG','meterStart':1000,'timestamp':'" + timestamp + "'}";
  }

  private static String values(String sampled) {
    return "{'connectorId':1,'transactionId':1001,'meterValue':[{'timestamp':"
        + "'2026-01-01T00:00:10Z','sampledValue':["
        + sampled
        + "]}]}";
  }

  private static String value(String value, String measurand) {
    return "{'value':'" + value + "','measurand':'" + measurand + "'}";
  }

  private static String status(String status) {
    return "{'connectorId':1,'errorCode':'NoError','status':'" + status + "'}";
  }

  @Test
  void aTransactionIsBookedWithItsNumberAndItsRegisters() {
    boot(CsmsScript.obliging());
    say("s", "StartTransaction", start("2026-01-01T00:00:00Z"), SECOND);
    assertEquals(
        "[3,\"s\",{\"idTagInfo\":{\"status\":\"Accepted\"},\"transactionId\":1001}]",
        sent.getLast());
    // Start and stop are whole Wh; a value between them may lie 1 Wh beside.
    say(
        "m",
        "MeterValues",
        values(
            value("999.6", "Energy.Active.Import.Register")
                + ","
                + value("500", "Energy.Active.Export.Register")),
        2 * SECOND);
    say(
        "m2",
        "MeterValues",
        values(
            value("1025.4", "Energy.Active.Import.Register")
                + ","
                + value("510", "Energy.Active.Export.Register")
                + ","
                + value("2500", "Power.Active.Export")),
        2 * SECOND);
    say(
        "e",
        "StopTransaction",
        "{'meterStop':1030,'timestamp':'2026-01-01T00:01:00Z','transactionId':1001}",
        3 * SECOND);
    LedgerTransaction booked = desk.ledger().latest().orElseThrow();
    assertEquals(30, booked.importedWh(), 1e-9);
    assertEquals(10, booked.exportedWh(), 1e-9);
    assertEquals(-2500, booked.powerWatts().orElseThrow(), 1e-9);
    assertEquals("Local", booked.stoppedReason());
    assertEquals(OptionalInt.empty(), booked.gaps());
    assertTrue(booked.ended());
    assertFalse(booked.registerRanBackwards());
    assertEquals(0, desk.rejected());
  }

  /** A station that did not hear the answer asks again with the same words. */
  @Test
  void aRepeatedStartIsTheSameTransaction() {
    boot(CsmsScript.obliging());
    say("s", "StartTransaction", start("2026-01-01T00:00:00Z"), SECOND);
    say("s2", "StartTransaction", start("2026-01-01T00:00:00Z"), SECOND);
    assertTrue(sent.getLast().contains("\"transactionId\":1001"), sent.getLast());
    assertEquals(1, desk.ledger().latest().orElseThrow().duplicates());
    say("s3", "StartTransaction", start("2026-01-01T09:00:00Z"), SECOND);
    assertTrue(sent.getLast().contains("\"transactionId\":1002"), sent.getLast());
    assertEquals(2, desk.ledger().transactions().size());
  }

  /** IdTagInfo has five words (7.8). */
  @Test
  void tagsAreJudgedInTheWordsOf16() {
    boot(script(Map.of("OLD", "Expired", "FAR", "NotAtThisLocation")));
    say("a", "Authorize", "{'idTag':'OLD'}", 0);
    assertEquals("[3,\"a\",{\"idTagInfo\":{\"status\":\"Expired\"}}]", sent.getLast());
    say("a2", "Authorize", "{'idTag':'FAR'}", 0);
    assertEquals("[3,\"a2\",{\"idTagInfo\":{\"status\":\"Invalid\"}}]", sent.getLast());
  }

  @Test
  void theSameScriptIsFollowedInTheWordsOf16() {
    boot(
        script(
            Map.of(),
            step("plugged", new ScriptAction.RemoteStart("TAG", 1)),
            step("charging", new ScriptAction.Setpoint(-5000)),
            step("discharging", new ScriptAction.RemoteStop())));
    say("p", "StatusNotification", status("Preparing"), SECOND);
    assertTrue(
        sent.getLast()
            .endsWith("\"RemoteStartTransaction\",{\"connectorId\":1,\"idTag\":\"TAG\"}]"),
        sent.getLast());
    answerLast(2 * SECOND);
    say("s", "StartTransaction", start("2026-01-01T00:00:00Z"), 2 * SECOND);
    assertEquals(1, desk.stepsTaken());
    say("c", "StatusNotification", status("Charging"), 3 * SECOND);
    assertTrue(sent.getLast().contains("\"energy.ebbflow.v2x\""), sent.getLast());
    assertTrue(sent.getLast().contains("\\\"setpoint\\\":-5000.0"), sent.getLast());
    assertTrue(sent.getLast().contains("\\\"transactionId\\\":\\\"1001\\\""), sent.getLast());
    answerLast(3 * SECOND);
    say("m", "MeterValues", values(value("5000", "Power.Active.Export")), 4 * SECOND);
    assertTrue(
        sent.getLast().endsWith("\"RemoteStopTransaction\",{\"transactionId\":1001}]"),
        sent.getLast());
    assertEquals(0, desk.rejected());
  }

  private void answerLast(long now) {
    String id = sent.getLast().split("\"")[1];
    feed(new DeskInput.Text("[3,\"" + id + "\",{\"status\":\"Accepted\"}]"), now);
  }

  @Test
  void aRefusedSetPointIsCountedWithItsReason() {
    boot(script(Map.of(), step("booted", new ScriptAction.Setpoint(-5000))));
    String id = sent.getLast().split("\"")[1];
    feed(new DeskInput.Text("[3,\"" + id + "\",{\"status\":\"UnknownVendorId\"}]"), SECOND);
    assertEquals(1, desk.rejected());
  }

  /** OCPP-J 1.6, 4.1.3 and 4.2.3: other spellings, and silence where there is no request. */
  @Test
  void whatIsWrongIsSaidInTheCodesOf16() {
    boot(CsmsScript.obliging());
    say("x", "Heartbeat", "{'customData':{'vendorId':'v'}}", 0);
    assertTrue(sent.getLast().startsWith("[4,\"x\",\"FormationViolation\""), sent.getLast());
    say("y", "Authorize", "{}", 0);
    assertTrue(sent.getLast().startsWith("[4,\"y\",\"OccurenceConstraint"), sent.getLast());
    int before = sent.size();
    feed(new DeskInput.Text("this is no JSON"), 0);
    feed(new DeskInput.Text("[6,\"z\",\"Heartbeat\",{}]"), 0);
    assertEquals(before, sent.size());
    assertEquals(4, desk.rejected());
  }

  /** The OCA's whitepaper on Plug and Charge: messages of 2.0.1 inside DataTransfer. */
  @Test
  void aMessageOf201InsideDataTransferIsAnswered() {
    boot(CsmsScript.obliging());
    say(
        "d",
        "DataTransfer",
        "{'vendorId':'org.openchargealliance.iso15118pnc','messageId':'Authorize','data':"
            + "'{\\'idToken\\':{\\'idToken\\':\\'DE8AA1\\',\\'type\\':\\'eMAID\\'}}'}",
        0);
    assertEquals(
        "[3,\"d\",{\"status\":\"Accepted\",\"data\":"
            + "\"{\\\"idTokenInfo\\\":{\\\"status\\\":\\\"Accepted\\\"}}\"}]",
        sent.getLast());
    say("d2", "DataTransfer", "{'vendorId':'org.openchargealliance.iso15118pnc'}", 0);
    assertTrue(sent.getLast().contains("UnknownMessageId"), sent.getLast());
    say("d3", "DataTransfer", "{'vendorId':'somebody'}", 0);
    assertTrue(sent.getLast().contains("UnknownVendorId"), sent.getLast());
  }
}
