package energy.ebbflow.ocpp.link;

import static energy.ebbflow.ocpp.link.Bench.transaction;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the back office may ask, and what becomes of it. */
class RequestsTest {
  private static final String START =
      "{\"remoteStartId\":5,\"evseId\":1,"
          + "\"idToken\":{\"idToken\":\"AABB\",\"type\":\"ISO14443\"}";

  private final Path folder;
  private Bench bench;

  RequestsTest(@TempDir Path folder) {
    this.folder = folder;
    this.bench = new Bench(folder).online();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void running(String id) {
    bench.report(transaction(Kind.STARTED, id, "Authorized"));
    bench.reply("TransactionEvent", "{}");
  }

  private void decide(long command, boolean accepted) {
    bench.report(new StationEvent.CommandResult(command, accepted, "busy"));
  }

  private static String status(JsonNode answer) {
    return answer.get("status").asText();
  }

  /** OCPP-J table 7: each fault of a payload has its code. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Reset|{\"type\":\"Now\"}|PropertyConstraintViolation",
        "Reset|{\"type\":5}|TypeConstraintViolation",
        "Reset|{}|OccurrenceConstraintViolation",
        "Reset|{\"type\":\"Immediate\",\"x\":1}|OccurrenceConstraintViolation",
        "Reset|[]|FormatViolation",
        "MakeCoffee|{}|NotImplemented",
        "RequestBatterySwap|{\"requestId\":1}|NotImplemented"
      })
  void wrongRequestsAreRefusedByName(String action, String payload, String code) {
    assertEquals(code, bench.asked(action, payload).asText());
    assertTrue(bench.disconnects.isEmpty(), "the link stays");
  }

  @Test
  void aRemoteStartIsTheStationsDecision() {
    bench.ask("RequestStartTransaction", START + "}");
    assertTrue(bench.frames.isEmpty(), "the answer waits for the station");
    BackOfficeCommand.Start start = bench.command(BackOfficeCommand.Start.class);
    assertEquals(5, start.remoteStart());
    assertEquals(1, start.evse());
    assertEquals("AABB", start.token().value());
    decide(start.command(), true);
    assertEquals("Accepted", status(bench.answer()));
  }

  @Test
  void aRefusalSaysWhy() {
    bench.ask("RequestStartTransaction", START + "}");
    decide(bench.command(BackOfficeCommand.Start.class).command(), false);
    JsonNode answer = bench.answer();
    assertEquals("Rejected", status(answer));
    assertEquals("busy", answer.get("statusInfo").get("additionalInfo").asText());
  }

  @Test
  void theLinkAnswersForASilentStationAfterFiveSeconds() {
    bench.ask("RequestStartTransaction", START + "}");
    bench.pass(4.9);
    assertTrue(bench.frames.isEmpty());
    bench.pass(0.1);
    assertEquals("Rejected", status(bench.answer()));
    decide(bench.command(BackOfficeCommand.Start.class).command(), true);
    assertTrue(bench.frames.isEmpty(), "a call is answered once");
  }

  @Test
  void aProfileOfARemoteStartIsBoundToItsTransaction() {
    bench.ask(
        "RequestStartTransaction",
        START
            + ",\"chargingProfile\":{\"id\":1,\"stackLevel\":0,"
            + "\"chargingProfilePurpose\":\"TxProfile\",\"chargingProfileKind\":\"Relative\","
            + "\"chargingSchedule\":[{\"id\":1,\"chargingRateUnit\":\"W\","
            + "\"chargingSchedulePeriod\":[{\"startPeriod\":0,\"operationMode\":"
            + "\"CentralSetpoint\",\"setpoint\":-3000}]}]}}");
    decide(bench.command(BackOfficeCommand.Start.class).command(), true);
    bench.answer();
    assertTrue(bench.none(BackOfficeCommand.PowerBounds.class));
    StationEvent.Transaction plain = transaction(Kind.STARTED, "t1", "RemoteStart");
    bench.report(
        new StationEvent.Transaction(
            plain.kind(),
            plain.transaction(),
            plain.trigger(),
            plain.chargingState(),
            1,
            1,
            plain.token(),
            Optional.of(5),
            plain.stopReason(),
            plain.at(),
            plain.samples()));
    BackOfficeCommand.PowerBounds bounds = bench.command(BackOfficeCommand.PowerBounds.class);
    assertEquals(-3000, bounds.setpoint().orElseThrow().value());
    assertEquals(1, bounds.evse());
  }

  @Test
  void onlyARunningTransactionCanBeStopped() {
    assertEquals(
        "Rejected", status(bench.asked("RequestStopTransaction", "{\"transactionId\":\"x\"}")));
    running("t1");
    bench.ask("RequestStopTransaction", "{\"transactionId\":\"t1\"}");
    BackOfficeCommand.Stop stop = bench.command(BackOfficeCommand.Stop.class);
    assertEquals("t1", stop.transaction());
    decide(stop.command(), true);
    assertEquals("Accepted", status(bench.answer()));
  }

  @ParameterizedTest
  @CsvSource({
    "false,Immediate,Accepted",
    "false,OnIdle,Accepted",
    "true,Immediate,Accepted",
    "true,OnIdle,Scheduled"
  })
  void aResetWaitsForATransactionWhereItMay(boolean busy, String type, String expected) {
    // B12.FR.01, .03.
    if (busy) {
      running("t1");
    }
    bench.ask("Reset", "{\"type\":\"" + type + "\"}");
    BackOfficeCommand.Reset reset = bench.command(BackOfficeCommand.Reset.class);
    assertEquals(type.equals("Immediate"), reset.immediately());
    decide(reset.command(), true);
    assertEquals(expected, status(bench.answer()));
  }

  @Test
  void unlockingIsForIdleConnectorsThatExist() {
    assertEquals(
        "UnknownConnector",
        status(bench.asked("UnlockConnector", "{\"evseId\":3,\"connectorId\":1}")));
    assertEquals(
        "UnknownConnector",
        status(bench.asked("UnlockConnector", "{\"evseId\":1,\"connectorId\":2}")));
    bench.ask("UnlockConnector", "{\"evseId\":1,\"connectorId\":1}");
    decide(bench.command(BackOfficeCommand.Unlock.class).command(), false);
    assertEquals("UnlockFailed", status(bench.answer()));
    // TC_F_06, TC_F_07: whether a cable is plugged is no matter of the link.
    bench.ask("UnlockConnector", "{\"evseId\":1,\"connectorId\":1}");
    BackOfficeCommand.Unlock unlock = bench.command(BackOfficeCommand.Unlock.class);
    assertEquals(1, unlock.evse());
    assertFalse(unlock.ends());
    decide(unlock.command(), true);
    assertEquals("Unlocked", status(bench.answer()));
    running("t1");
    assertEquals(
        "OngoingAuthorizedTransaction",
        status(bench.asked("UnlockConnector", "{\"evseId\":1,\"connectorId\":1}")));
  }

  @Test
  void outOfServiceIsScheduledDuringATransaction() {
    running("t1");
    bench.ask("ChangeAvailability", "{\"operationalStatus\":\"Inoperative\",\"evse\":{\"id\":1}}");
    BackOfficeCommand.Availability one = bench.command(BackOfficeCommand.Availability.class);
    assertFalse(one.operative());
    decide(one.command(), true);
    assertEquals("Scheduled", status(bench.answer()));
    bench.ask("ChangeAvailability", "{\"operationalStatus\":\"Inoperative\",\"evse\":{\"id\":2}}");
    decide(bench.command(BackOfficeCommand.Availability.class).command(), true);
    assertEquals("Accepted", status(bench.answer()));
  }

  @Test
  void triggersAreCarriedOut() {
    assertEquals(
        "Accepted", status(bench.asked("TriggerMessage", "{\"requestedMessage\":\"Heartbeat\"}")));
    bench.reply("Heartbeat", "{\"currentTime\":\"2026-03-01T12:00:00Z\"}");
    assertEquals(
        "Rejected",
        status(bench.asked("TriggerMessage", "{\"requestedMessage\":\"BootNotification\"}")),
        "F06.FR.17: it is accepted already");
    assertEquals(
        "Rejected",
        status(bench.asked("TriggerMessage", "{\"requestedMessage\":\"TransactionEvent\"}")));
    running("t1");
    assertEquals(
        "Accepted",
        status(bench.asked("TriggerMessage", "{\"requestedMessage\":\"TransactionEvent\"}")));
    JsonNode event = bench.reply("TransactionEvent", "{}");
    assertEquals("Trigger", event.get("triggerReason").asText());
    assertEquals(1, event.get("seqNo").asInt());
    assertEquals(
        "NotImplemented",
        status(
            bench.asked(
                "TriggerMessage", "{\"requestedMessage\":\"PublishFirmwareStatusNotification\"}")));
  }

  @Test
  void whatTheBackOfficeTriggersIsToldEvenWhilePending() {
    // B02.FR.02: pending stations answer, but start nothing.
    Bench pending = new Bench(folder.resolve("."));
    pending.link.start(pending.now());
    pending.link.opened("ocpp2.1", pending.now());
    pending.reply("BootNotification", Bench.boot("Pending", 300));
    assertEquals("SecurityError", pending.asked("RequestStartTransaction", START + "}").asText());
    assertEquals(
        "Accepted",
        status(
            pending.asked(
                "GetBaseReport", "{\"requestId\":1,\"reportBase\":\"SummaryInventory\"}")));
    pending.call("NotifyReport");
    pending.close();
  }

  @Test
  void nothingIsDoneForWhoHasNotAcceptedTheStation() {
    Bench fresh = new Bench(folder.resolve("."));
    fresh.link.start(fresh.now());
    fresh.link.opened("ocpp2.1", fresh.now());
    fresh.call("BootNotification");
    assertEquals("SecurityError", fresh.asked("Reset", "{\"type\":\"Immediate\"}").asText());
    fresh.close();
  }

  @Test
  void variablesAreReadAndSetWithChecks() {
    JsonNode got =
        bench
            .asked(
                "GetVariables",
                "{\"getVariableData\":["
                    + variable("ocppcommctrlr", "heartbeatinterval", "")
                    + ","
                    + variable("OCPPCommCtrlr", "Nothing", "")
                    + ","
                    + variable("Nothing", "HeartbeatInterval", "")
                    + ","
                    + variable("SecurityCtrlr", "BasicAuthPassword", "")
                    + "]}")
            .get("getVariableResult");
    assertEquals("300", got.get(0).get("attributeValue").asText());
    assertEquals("UnknownVariable", got.get(1).get("attributeStatus").asText());
    assertEquals("UnknownComponent", got.get(2).get("attributeStatus").asText());
    assertEquals("Rejected", got.get(3).get("attributeStatus").asText());
    JsonNode set =
        bench
            .asked(
                "SetVariables",
                "{\"setVariableData\":["
                    + variable("SampledDataCtrlr", "TxUpdatedInterval", "15")
                    + ","
                    + variable("SampledDataCtrlr", "TxUpdatedInterval", "0")
                    + ","
                    + variable("SampledDataCtrlr", "TxUpdatedInterval", "often")
                    + ","
                    + variable("SampledDataCtrlr", "TxUpdatedMeasurands", "SoC,Voltage")
                    + ","
                    + variable("SampledDataCtrlr", "TxUpdatedMeasurands", "SoC,Colour")
                    + ","
                    + variable("ChargingStation", "Model", "x")
                    + "]}")
            .get("setVariableResult");
    String[] expected = {"Accepted", "Rejected", "Rejected", "Accepted", "Rejected", "Rejected"};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], set.get(i).get("attributeStatus").asText(), "item " + i);
    }
    bench.close();
    bench = new Bench(folder).online();
    assertEquals(
        "15",
        bench
            .asked(
                "GetVariables",
                "{\"getVariableData\":["
                    + variable("SampledDataCtrlr", "TxUpdatedInterval", "")
                    + "]}")
            .get("getVariableResult")
            .get(0)
            .get("attributeValue")
            .asText(),
        "what was set outlives a restart");
    bench.report(transaction(Kind.STARTED, "t", "Authorized"));
    bench.reply("TransactionEvent", "{}");
    bench.report(transaction(Kind.UPDATED, "t", "MeterValuePeriodic"));
    JsonNode values =
        bench.reply("TransactionEvent", "{}").get("meterValue").get(0).get("sampledValue");
    assertEquals(2, values.size(), "only the measurands that are wanted");
  }

  private static String variable(String component, String name, String value) {
    return "{\"component\":{\"name\":\""
        + component
        + "\"},\"variable\":{\"name\":\""
        + name
        + "\"}"
        + (value.isEmpty() ? "" : ",\"attributeValue\":\"" + value + "\"")
        + "}";
  }

  @Test
  void aNewPasswordCountsFromTheNextConnection() {
    // A01.FR.02.
    assertEquals(
        "Accepted",
        bench
            .asked(
                "SetVariables",
                "{\"setVariableData\":["
                    + variable("SecurityCtrlr", "BasicAuthPassword", "0123456789abcdef")
                    + "]}")
            .get("setVariableResult")
            .get(0)
            .get("attributeStatus")
            .asText());
    assertEquals(1, bench.disconnects.size());
    bench.link.closed("new password", bench.now());
    bench.pass(2);
    assertEquals(Optional.of("0123456789abcdef"), bench.passwords.getLast());
  }

  @Test
  void aReportComesInParts() {
    bench.asked("GetBaseReport", "{\"requestId\":7,\"reportBase\":\"FullInventory\"}");
    JsonNode first = bench.reply("NotifyReport", "{}");
    assertTrue(first.get("tbc").asBoolean());
    assertEquals(50, first.get("reportData").size());
    int variables = 50;
    JsonNode last = first;
    for (int part = 1; last.get("tbc").asBoolean(); part++) {
      last = bench.reply("NotifyReport", "{}");
      assertEquals(part, last.get("seqNo").asInt());
      assertEquals(7, last.get("requestId").asInt());
      variables += last.get("reportData").size();
    }
    assertEquals(bench.station.device().all().size(), variables, "each of them once");
  }

  @Test
  void clearedProfilesAreGone() {
    String profile =
        "{\"evseId\":1,\"chargingProfile\":{\"id\":3,\"stackLevel\":0,"
            + "\"chargingProfilePurpose\":\"TxDefaultProfile\","
            + "\"chargingProfileKind\":\"Relative\",\"chargingSchedule\":[{\"id\":1,"
            + "\"chargingRateUnit\":\"A\",\"chargingSchedulePeriod\":["
            + "{\"startPeriod\":0,\"limit\":0}]}]}}";
    // evcc#16768: a limit of 0 A is a pause, not an error.
    assertEquals("Accepted", status(bench.asked("SetChargingProfile", profile)));
    assertEquals(
        0, bench.command(BackOfficeCommand.PowerBounds.class).chargeLimit().orElseThrow().value());
    assertEquals(
        "Unknown", status(bench.asked("ClearChargingProfile", "{\"chargingProfileId\":4}")));
    assertEquals(
        "Accepted",
        status(
            bench.asked(
                "ClearChargingProfile",
                "{\"chargingProfileCriteria\":"
                    + "{\"chargingProfilePurpose\":\"TxDefaultProfile\"}}")));
    assertTrue(bench.command(BackOfficeCommand.PowerBounds.class).chargeLimit().isEmpty());
    assertEquals(
        "NoProfiles",
        status(bench.asked("GetChargingProfiles", "{\"requestId\":1,\"chargingProfile\":{}}")));
  }

  @Test
  void aCompositeScheduleIsNeverEmpty() {
    // MicroOcpp#360: without a profile the station's own limit is the schedule.
    JsonNode schedule =
        bench.asked("GetCompositeSchedule", "{\"duration\":600,\"evseId\":2}").get("schedule");
    assertEquals(22_000, schedule.get("chargingSchedulePeriod").get(0).get("limit").asDouble());
    JsonNode amps =
        bench
            .asked(
                "GetCompositeSchedule",
                "{\"duration\":600,\"evseId\":2,\"chargingRateUnit\":\"A\"}")
            .get("schedule");
    assertEquals(
        22_000 / 690.0, amps.get("chargingSchedulePeriod").get(0).get("limit").asDouble(), 1e-9);
    assertEquals(
        "Rejected", status(bench.asked("GetCompositeSchedule", "{\"duration\":600,\"evseId\":9}")));
  }

  @Test
  void strangersMessagesAreUnknown() {
    assertEquals(
        "UnknownVendorId", status(bench.asked("DataTransfer", "{\"vendorId\":\"other\"}")));
  }

  @Test
  void theStateOfTheQueueIsTold() {
    running("t1");
    JsonNode answer = bench.asked("GetTransactionStatus", "{\"transactionId\":\"t1\"}");
    assertTrue(answer.get("ongoingIndicator").asBoolean());
    assertFalse(answer.get("messagesInQueue").asBoolean());
  }
}
