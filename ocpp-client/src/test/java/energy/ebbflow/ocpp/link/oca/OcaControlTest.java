package energy.ebbflow.ocpp.link.oca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.device.Variables;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.link.Bench;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks E (state of the queue), F and G: triggers and availability. */
class OcaControlTest {
  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void online() {
    bench = new Bench(folder, WireVersion.V201).online();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static String status(JsonNode answer) {
    return answer.get("status").asText();
  }

  private String trigger(String message, String evse) {
    return status(
        bench.asked("TriggerMessage", "{\"requestedMessage\":\"" + message + "\"" + evse + "}"));
  }

  private static String evse(int number) {
    return ",\"evse\":{\"id\":" + number + "}";
  }

  private void idle(int evse, double wattHours) {
    bench.report(new StationEvent.IdleReading(evse, Bench.sample(wattHours)));
  }

  /** TC_F_11: the outlet that is asked for tells its values, because of the trigger. */
  @Test
  void valuesOfOneIdleOutletAreTriggered() {
    idle(1, 1_000);
    idle(2, 2_000);
    assertEquals("Accepted", trigger("MeterValues", evse(2)));
    JsonNode values = bench.reply("MeterValues", "{}");
    assertEquals(2, values.get("evseId").asInt());
    JsonNode first = values.get("meterValue").get(0).get("sampledValue").get(0);
    assertEquals("Trigger", first.get("context").asText());
    assertEquals(2_000, first.get("value").asDouble());
    assertTrue(bench.frames.isEmpty(), "nobody asked for the other one");
  }

  /** TC_F_12: without an outlet each tells its values. */
  @Test
  void valuesOfEveryIdleOutletAreTriggered() {
    idle(1, 1_000);
    idle(2, 2_000);
    assertEquals("Accepted", trigger("MeterValues", ""));
    for (int evse : List.of(1, 2)) {
      JsonNode values = bench.reply("MeterValues", "{}");
      assertEquals(evse, values.get("evseId").asInt());
      assertEquals(
          "Trigger",
          values.get("meterValue").get(0).get("sampledValue").get(0).get("context").asText());
    }
  }

  private void charging() {
    bench.report(Bench.transaction(Kind.STARTED, "t1", "Authorized"));
    bench.reply("TransactionEvent", "{}");
  }

  /** TC_F_13, TC_F_14: state and values of the transaction, with its next number. */
  @ParameterizedTest
  @ValueSource(strings = {",\"evse\":{\"id\":1}", ""})
  void theStateOfATransactionIsTriggered(String evse) {
    charging();
    assertEquals("Accepted", trigger("TransactionEvent", evse));
    JsonNode event = bench.reply("TransactionEvent", "{}");
    assertEquals("Trigger", event.get("triggerReason").asText());
    assertEquals("Charging", event.get("transactionInfo").get("chargingState").asText());
    assertEquals(
        "Trigger",
        event.get("meterValue").get(0).get("sampledValue").get(0).get("context").asText());
  }

  /** TC_F_15, TC_F_17, TC_F_18, TC_F_20: what is idle says so; an outlet named with it is none. */
  @Test
  void idleStatesAndAHeartbeatAreTriggered() {
    assertEquals("Accepted", trigger("LogStatusNotification", ""));
    assertEquals("Idle", status(bench.reply("LogStatusNotification", "{}")));
    assertEquals("Accepted", trigger("FirmwareStatusNotification", evse(1)));
    assertEquals("Idle", status(bench.reply("FirmwareStatusNotification", "{}")));
    assertEquals("Accepted", trigger("FirmwareStatusNotification", ""));
    assertEquals("Idle", status(bench.reply("FirmwareStatusNotification", "{}")));
    assertEquals("Accepted", trigger("Heartbeat", ""));
    bench.reply("Heartbeat", "{\"currentTime\":\"2026-03-01T12:00:00Z\"}");
  }

  /** TC_F_23, TC_F_24. */
  @ParameterizedTest
  @CsvSource({"AVAILABLE,Available", "OCCUPIED,Occupied"})
  void theStateOfAConnectorIsTriggered(StationEvent.ConnectorStatus.Status state, String expected) {
    bench.report(new StationEvent.ConnectorStatus(1, 1, state, Bench.START));
    bench.reply("StatusNotification", "{}");
    assertEquals(
        "Accepted", trigger("StatusNotification", ",\"evse\":{\"id\":1,\"connectorId\":1}"));
    JsonNode told = bench.reply("StatusNotification", "{}");
    assertEquals(expected, told.get("connectorStatus").asText());
    assertEquals(1, told.get("evseId").asInt());
    assertEquals(1, told.get("connectorId").asInt());
  }

  /** TC_F_26, F06.FR.17: whoever has accepted the station hears no second boot. */
  @Test
  void anAcceptedStationDoesNotBootAgain() {
    assertEquals("Rejected", trigger("BootNotification", ""));
    assertTrue(bench.frames.isEmpty());
  }

  /** TC_F_27. */
  @Test
  void whatIsNotThereIsNotImplemented() {
    assertEquals("NotImplemented", trigger("SignCombinedCertificate", ""));
  }

  /** TC_E_28, TC_E_34: nothing waits, nothing runs. */
  @Test
  void anUnknownTransactionDoesNotRun() {
    JsonNode answer = bench.asked("GetTransactionStatus", "{\"transactionId\":\"none\"}");
    assertFalse(answer.get("ongoingIndicator").asBoolean());
    assertFalse(answer.get("messagesInQueue").asBoolean());
    JsonNode all = bench.asked("GetTransactionStatus", "{}");
    assertFalse(all.has("ongoingIndicator"));
    assertFalse(all.get("messagesInQueue").asBoolean());
  }

  /** TC_E_29 to 33: while it runs and after it, with something in the queue and without. */
  @Test
  void theQueueIsToldWhileATransactionRunsAndAfterIt() {
    charging();
    JsonNode quiet = bench.asked("GetTransactionStatus", "{\"transactionId\":\"t1\"}");
    assertTrue(quiet.get("ongoingIndicator").asBoolean());
    assertFalse(quiet.get("messagesInQueue").asBoolean());
    bench.link.closed("the test says so", bench.now());
    bench.report(Bench.transaction(Kind.UPDATED, "t1", "MeterValuePeriodic"));
    reconnect();
    JsonNode waiting = bench.asked("GetTransactionStatus", "{\"transactionId\":\"t1\"}");
    assertTrue(waiting.get("ongoingIndicator").asBoolean());
    assertTrue(waiting.get("messagesInQueue").asBoolean());
    JsonNode any = bench.asked("GetTransactionStatus", "{}");
    assertFalse(any.has("ongoingIndicator"));
    assertTrue(any.get("messagesInQueue").asBoolean());
    bench.link.closed("the test says so", bench.now());
    bench.report(Bench.transaction(Kind.ENDED, "t1", "StopAuthorized"));
    reconnect();
    JsonNode ended = bench.asked("GetTransactionStatus", "{\"transactionId\":\"t1\"}");
    assertFalse(ended.get("ongoingIndicator").asBoolean());
    assertTrue(ended.get("messagesInQueue").asBoolean());
  }

  /** Connects again; what the station sends first stays unanswered. */
  private void reconnect() {
    bench.pass(10);
    bench.link.opened("ocpp2.0.1", bench.now());
    bench.frames.clear();
  }

  private String change(boolean operative, String evse, boolean agreed) {
    bench.ask(
        "ChangeAvailability",
        "{\"operationalStatus\":\""
            + (operative ? "Operative" : "Inoperative")
            + "\""
            + evse
            + "}");
    BackOfficeCommand.Availability asked = bench.command(BackOfficeCommand.Availability.class);
    assertEquals(operative, asked.operative());
    bench.report(new StationEvent.CommandResult(asked.command(), agreed, ""));
    return status(bench.answer());
  }

  /** TC_G_03 to 10, 12, 13, 15, 16: there and back, and what it is already. */
  @ParameterizedTest
  @ValueSource(strings = {"", ",\"evse\":{\"id\":1}", ",\"evse\":{\"id\":1,\"connectorId\":1}"})
  void availabilityIsChangedAndChangedBack(String evse) {
    assertEquals("Accepted", change(true, evse, true));
    assertEquals("Accepted", change(false, evse, true));
    assertEquals("Accepted", change(false, evse, true));
    assertEquals("Accepted", change(true, evse, true));
  }

  /** TC_G_11, TC_G_14, TC_G_17: during a transaction it is for later. */
  @ParameterizedTest
  @ValueSource(strings = {"", ",\"evse\":{\"id\":1}", ",\"evse\":{\"id\":1,\"connectorId\":1}"})
  void duringATransactionItIsScheduled(String evse) {
    charging();
    assertEquals("Scheduled", change(false, evse, true));
  }

  private List<Integer> outOfServiceAfterARestart() {
    bench.close();
    bench = new Bench(folder, WireVersion.V201);
    bench.link.start(bench.now());
    return bench.commands.stream()
        .filter(BackOfficeCommand.Availability.class::isInstance)
        .map(BackOfficeCommand.Availability.class::cast)
        .filter(said -> !said.operative())
        .map(BackOfficeCommand.Availability::evse)
        .toList();
  }

  /** TC_G_18, TC_G_19, TC_G_21, TC_B_23: out of service outlives a restart, in service too. */
  @Test
  void availabilityOutlivesARestart() {
    change(false, evse(2), true);
    assertEquals(List.of(2), outOfServiceAfterARestart());
    bench.link.opened("ocpp2.0.1", bench.now());
    bench.reply("BootNotification", Bench.boot("Accepted", 300));
    bench.frames.clear();
    bench.commands.clear();
    change(false, "", true);
    assertEquals(List.of(1, 2), outOfServiceAfterARestart());
    bench.link.opened("ocpp2.0.1", bench.now());
    bench.reply("BootNotification", Bench.boot("Accepted", 300));
    bench.frames.clear();
    bench.commands.clear();
    change(true, evse(1), true);
    change(true, evse(2), true);
    assertEquals(List.of(), outOfServiceAfterARestart());
  }

  /** G03.FR.01: an outlet has one connector; of others nothing is accepted. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"evse\":{\"id\":1,\"connectorId\":2}",
        ",\"evse\":{\"id\":3}",
        ",\"evse\":{\"id\":0}"
      })
  void whatIsNotThereIsNotChanged(String evse) {
    JsonNode answer =
        bench.asked("ChangeAvailability", "{\"operationalStatus\":\"Inoperative\"" + evse + "}");
    assertEquals("Rejected", status(answer));
    assertTrue(bench.none(BackOfficeCommand.Availability.class));
  }

  /** The link is lost before the outlet has decided: what it agreed to holds after a restart. */
  @Test
  void whatNobodyHeardOfIsKeptAllTheSame() {
    charging();
    bench.ask("ChangeAvailability", "{\"operationalStatus\":\"Inoperative\"" + evse(2) + "}");
    BackOfficeCommand.Availability asked = bench.command(BackOfficeCommand.Availability.class);
    bench.link.closed("the test says so", bench.now());
    bench.report(new StationEvent.CommandResult(asked.command(), true, ""));
    bench.frames.clear();
    assertEquals(List.of(2), outOfServiceAfterARestart());
  }

  private String reset(String payload) {
    bench.ask("Reset", payload);
    BackOfficeCommand.Reset asked = bench.command(BackOfficeCommand.Reset.class);
    bench.report(new StationEvent.CommandResult(asked.command(), true, ""));
    return status(bench.answer());
  }

  /** TC_B_25 to 27: an outlet by itself, whatever the other one does. */
  @Test
  void anOutletIsResetByItself() {
    charging();
    assertEquals("Accepted", reset("{\"type\":\"OnIdle\",\"evseId\":2}"));
    assertEquals("Scheduled", reset("{\"type\":\"OnIdle\",\"evseId\":1}"));
    assertEquals("Accepted", reset("{\"type\":\"Immediate\",\"evseId\":1}"));
    assertEquals("Scheduled", reset("{\"type\":\"OnIdle\"}"));
  }

  /** TC_E_32: of a transaction that is over and told nothing waits. */
  @Test
  void aTransactionThatWasToldHasNothingInTheQueue() {
    charging();
    bench.report(Bench.transaction(Kind.ENDED, "t1", "StopAuthorized"));
    bench.reply("TransactionEvent", "{}");
    JsonNode over = bench.asked("GetTransactionStatus", "{\"transactionId\":\"t1\"}");
    assertFalse(over.get("ongoingIndicator").asBoolean());
    assertFalse(over.get("messagesInQueue").asBoolean());
  }

  /** What the station did not agree to is not kept. */
  @Test
  void aRefusedChangeIsForgotten() {
    assertEquals("Rejected", change(false, evse(1), false));
    assertEquals(List.of(), outOfServiceAfterARestart());
  }

  /** TC_P_01: nobody here knows that vendor. */
  @Test
  void aStrangersDataAreRefused() {
    assertEquals(
        "UnknownVendorId",
        status(
            bench.asked(
                "DataTransfer",
                "{\"vendorId\":\"org.openchargealliance.test\",\"messageId\":\"unknown\"}")));
  }

  private JsonNode remoteStart(int number) {
    bench.ask(
        "RequestStartTransaction",
        ("{'remoteStartId':%d,'evseId':1,'idToken':{'idToken':'AABB','type':'ISO14443'},"
                + "'chargingProfile':{'id':%d,'stackLevel':0,'chargingProfilePurpose':'TxProfile',"
                + "'chargingProfileKind':'Relative','chargingSchedule':[{'id':1,"
                + "'chargingRateUnit':'W','chargingSchedulePeriod':[{'startPeriod':0,"
                + "'limit':7000}]}]}}")
            .formatted(number, number)
            .replace('\'', '"'));
    BackOfficeCommand.Start asked = bench.command(BackOfficeCommand.Start.class);
    bench.report(new StationEvent.CommandResult(asked.command(), true, ""));
    return bench.answer();
  }

  /** F01, F02: drivers who never plug in do not use up what the station can hold. */
  @Test
  void remoteStartsThatNobodyFollowsAreForgotten() {
    for (int number = 1; number <= 40; number++) {
      assertEquals("Accepted", status(remoteStart(number)), "start " + number);
    }
    StationEvent.Transaction begun = Bench.transaction(Kind.STARTED, "t40", "RemoteStart");
    bench.report(
        new StationEvent.Transaction(
            begun.kind(),
            begun.transaction(),
            begun.trigger(),
            begun.chargingState(),
            1,
            1,
            begun.token(),
            Optional.of(40),
            Optional.empty(),
            begun.at(),
            begun.samples()));
    assertEquals(
        List.of(40),
        bench.station.profiles().installed().stream().map(i -> i.profile().id()).toList());
  }

  /** What cannot be kept is not accepted, and does not count until the next restart either. */
  @Test
  void aVariableThatCannotBeStoredIsNotSet() throws SQLException {
    try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("link.db"));
        Statement statement = raw.createStatement()) {
      statement.executeUpdate(
          "CREATE TRIGGER full BEFORE INSERT ON kept BEGIN SELECT RAISE(ABORT, 'full'); END");
    }
    JsonNode answer =
        bench.asked(
            "SetVariables",
            "{\"setVariableData\":[{\"component\":{\"name\":\"OCPPCommCtrlr\"},\"variable\":"
                + "{\"name\":\"OfflineThreshold\"},\"attributeValue\":\"77\"}]}");
    assertEquals("Rejected", answer.at("/setVariableResult/0/attributeStatus").asText());
    assertEquals(60, bench.station.device().number(Variables.OFFLINE_THRESHOLD));
  }
}
