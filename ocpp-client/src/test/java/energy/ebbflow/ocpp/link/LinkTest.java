package energy.ebbflow.ocpp.link;

import static energy.ebbflow.ocpp.link.Bench.boot;
import static energy.ebbflow.ocpp.link.Bench.transaction;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.ConnectorStatus.Status;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.rpc.Rpc;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The link in virtual time: registration, reconnection, delivery. */
class LinkTest {
  private final Path folder;
  private Bench bench;

  LinkTest(@TempDir Path folder) {
    this.folder = folder;
    this.bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static StationEvent.ConnectorStatus status(int evse, Status status) {
    return new StationEvent.ConnectorStatus(evse, 1, status, Bench.START);
  }

  @Test
  void nothingHappensBeforeTheStart() {
    // What an earlier run left behind is settled first; a second start changes nothing.
    bench.report(transaction(Kind.STARTED, "t", "CablePluggedIn"));
    bench.pass(100);
    assertEquals(0, bench.connects);
    assertTrue(bench.commands.isEmpty(), bench.commands::toString);
    bench.link.start(bench.now());
    bench.link.opened("ocpp2.1", bench.now());
    bench.reply("BootNotification", boot("Accepted", 300));
    bench.reply("TransactionEvent", "{}");
    bench.reply("SecurityEventNotification", "{}");
    bench.link.start(bench.now());
    bench.pass(1);
    assertTrue(bench.link.online());
    assertEquals(1, bench.connects);
    assertTrue(bench.frames.isEmpty(), bench.frames::toString);
  }

  @Test
  void nothingIsSentBeforeAcceptance() {
    // B02, B03: while pending or rejected the station is silent until the interval ends.
    bench.report(status(1, Status.AVAILABLE));
    bench.report(transaction(Kind.STARTED, "t", "CablePluggedIn"));
    bench.link.start(bench.now());
    bench.link.opened("ocpp2.1", bench.now());
    bench.reply("BootNotification", boot("Pending", 20));
    bench.pass(19.9);
    assertTrue(bench.frames.isEmpty(), bench.frames::toString);
    bench.pass(0.1);
    bench.reply("BootNotification", boot("Rejected", 40));
    bench.pass(39.9);
    assertTrue(bench.frames.isEmpty(), bench.frames::toString);
    assertTrue(bench.none(BackOfficeCommand.LinkChanged.class));
    bench.pass(0.1);
    bench.reply("BootNotification", boot("Accepted", 300));
    assertTrue(bench.command(BackOfficeCommand.LinkChanged.class).online());
    bench.reply("StatusNotification", "{}");
    bench.call("TransactionEvent");
  }

  @Test
  void aCallErrorOnBootIsTriedAgain() {
    // libocpp#307: a CALLERROR is neither an acceptance nor the end.
    bench.link.start(bench.now());
    bench.link.opened("ocpp2.1", bench.now());
    bench.refuse("BootNotification", "InternalError");
    bench.pass(29.9);
    assertTrue(bench.frames.isEmpty(), bench.frames::toString);
    assertFalse(bench.link.online());
    bench.pass(0.1);
    bench.reply("BootNotification", boot("Accepted", 300));
    assertTrue(bench.link.online());
  }

  @Test
  void anUnreadableBootAnswerIsTold21AndTriedAgain() {
    bench.link.start(bench.now());
    bench.link.opened("ocpp2.1", bench.now());
    bench.reply("BootNotification", "{\"status\":\"Accepted\"}");
    assertEquals(5, bench.frame().get(0).asInt(), "CALLRESULTERROR");
    assertFalse(bench.link.online());
    bench.pass(30);
    bench.reply("BootNotification", boot("Accepted", 300));
    assertTrue(bench.link.online());
  }

  @Test
  void reconnectsWithBackoffAndDoesNotBootAgain() {
    bench.online();
    assertEquals(1, bench.connects);
    bench.link.closed("gone", bench.now());
    assertTrue(bench.command(BackOfficeCommand.LinkChanged.class).online());
    assertFalse(bench.command(BackOfficeCommand.LinkChanged.class).online());
    bench.pass(1.9);
    assertEquals(1, bench.connects);
    bench.pass(0.1);
    assertEquals(2, bench.connects);
    bench.link.closed("refused", bench.now());
    bench.pass(3.9);
    assertEquals(2, bench.connects);
    bench.pass(0.1);
    assertEquals(3, bench.connects);
    bench.link.opened("ocpp2.1", bench.now());
    assertTrue(bench.link.online());
    assertTrue(bench.frames.isEmpty(), bench.frames::toString);
    bench.link.closed("gone", bench.now());
    bench.pass(2);
    assertEquals(4, bench.connects, "a good connection starts the backoff anew");
  }

  @Test
  void anotherDialectRegistersAnew() {
    bench.online();
    bench.link.closed("gone", bench.now());
    bench.pass(2);
    bench.link.opened("ocpp2.0.1", bench.now());
    bench.call("BootNotification");
  }

  @Test
  void aDialectThatWasNotOfferedIsNotSpoken() {
    bench.link.start(bench.now());
    bench.link.opened("ocpp1.6", bench.now());
    assertEquals(1, bench.disconnects.size());
    assertTrue(bench.frames.isEmpty());
  }

  @Test
  void allStatesAreToldAfterALongAbsenceOnly() {
    // B04.FR.01 with OfflineThreshold 60 s.
    bench.online();
    bench.report(status(1, Status.AVAILABLE));
    bench.reply("StatusNotification", "{}");
    bench.link.closed("gone", bench.now());
    bench.pass(30);
    bench.link.opened("ocpp2.1", bench.now());
    assertTrue(bench.frames.isEmpty(), bench.frames::toString);
    bench.link.closed("gone", bench.now());
    bench.pass(61);
    bench.link.opened("ocpp2.1", bench.now());
    bench.call("StatusNotification");
  }

  @Test
  void onlyTheNewestStateIsTold() {
    bench.report(status(1, Status.OCCUPIED));
    bench.report(status(1, Status.AVAILABLE));
    bench.link.start(bench.now());
    bench.link.opened("ocpp2.1", bench.now());
    bench.reply("BootNotification", boot("Accepted", 300));
    assertEquals(
        "Available", bench.reply("StatusNotification", "{}").get("connectorStatus").asText());
    bench.reply("SecurityEventNotification", "{}");
    assertTrue(bench.frames.isEmpty());
  }

  @Test
  void statesAreToldBeforeABacklogAndNotTwice() {
    // B01.FR.05: the back office knows the connectors before it hears of their transactions.
    bench.report(transaction(Kind.STARTED, "t", "CablePluggedIn"));
    bench.report(status(1, Status.OCCUPIED));
    bench.link.start(bench.now());
    bench.link.opened("ocpp2.1", bench.now());
    bench.reply("BootNotification", boot("Accepted", 300));
    bench.report(status(1, Status.OCCUPIED));
    bench.reply("StatusNotification", "{}");
    bench.report(status(1, Status.OCCUPIED));
    bench.reply("TransactionEvent", "{}");
    bench.reply("SecurityEventNotification", "{}");
    assertTrue(bench.frames.isEmpty(), bench.frames::toString);
    bench.report(status(1, Status.AVAILABLE));
    bench.call("StatusNotification");
  }

  @Test
  void aNewHeartbeatIntervalHoldsAtOnce() {
    bench.online();
    bench.asked(
        "SetVariables",
        "{\"setVariableData\":[{\"component\":{\"name\":\"OCPPCommCtrlr\"},"
            + "\"variable\":{\"name\":\"HeartbeatInterval\"},\"attributeValue\":\"11\"}]}");
    bench.pass(10.9);
    assertTrue(bench.frames.isEmpty(), bench.frames::toString);
    bench.pass(0.1);
    bench.call("Heartbeat");
  }

  @Test
  void heartbeatsFillTheSilence() {
    bench.online();
    bench.pass(299.9);
    assertTrue(bench.frames.isEmpty());
    bench.pass(0.1);
    bench.call("Heartbeat");
  }

  @Test
  void aHalfOpenConnectionIsGivenUp() {
    // EVerest#1808: 30 s of silence, a ping, then MessageTimeout for any answer.
    bench.online();
    bench.pongs = false;
    bench.pass(30);
    assertEquals(1, bench.pings);
    bench.pass(29.9);
    assertTrue(bench.disconnects.isEmpty());
    bench.pass(0.1);
    assertEquals(1, bench.disconnects.size());
    assertTrue(bench.disconnects.getFirst().contains("half open"));
  }

  @Test
  void aPongKeepsTheConnection() {
    bench.online();
    bench.pass(30);
    bench.pass(29.9);
    assertEquals(1, bench.pings);
    bench.pass(0.1);
    assertEquals(2, bench.pings);
    assertTrue(bench.disconnects.isEmpty());
  }

  @Test
  void eventsGoOutInOrderAndOnlyOnce() {
    bench.online();
    bench.report(transaction(Kind.STARTED, "a", "CablePluggedIn"));
    bench.report(transaction(Kind.UPDATED, "a", "MeterValuePeriodic"));
    bench.report(transaction(Kind.ENDED, "a", "EVDeparted"));
    for (int seq = 0; seq < 3; seq++) {
      assertEquals(seq, bench.reply("TransactionEvent", "{}").get("seqNo").asInt());
    }
    assertEquals(0, bench.store.queued());
    assertTrue(bench.frames.isEmpty());
  }

  @Test
  void anUnansweredEventIsSentAgainWithTheSameNumber() {
    bench.online();
    bench.report(transaction(Kind.STARTED, "a", "CablePluggedIn"));
    JsonNode first = bench.call("TransactionEvent");
    bench.link.closed("gone", bench.now());
    bench.pass(2);
    bench.link.opened("ocpp2.1", bench.now());
    JsonNode second = bench.call("TransactionEvent");
    assertEquals(first.get(3), second.get(3));
    assertFalse(first.get(1).equals(second.get(1)), "message ids are never used again");
  }

  @Test
  void anEventWithoutAnswerIsNeverGivenUp() {
    bench.online();
    bench.report(transaction(Kind.STARTED, "a", "CablePluggedIn"));
    for (int attempt = 1; attempt <= 8; attempt++) {
      bench.call("TransactionEvent");
      // The answer never comes: 30 s, then interval × attempt.
      bench.pass(30);
      for (int s = 0; s < 10 * Math.min(attempt, 5); s++) {
        assertTrue(bench.frames.isEmpty(), "attempt " + attempt + " after " + s + " s");
        bench.pass(1);
      }
    }
    assertEquals(1, bench.store.queued());
  }

  @Test
  void aRefusedEventLeavesTheQueueAfterItsAttempts() {
    // E13.FR.03, .04: 5 attempts, 10 s × attempt apart; then the ones behind it get through.
    bench.online();
    bench.report(transaction(Kind.STARTED, "a", "CablePluggedIn"));
    bench.report(transaction(Kind.ENDED, "a", "EVDeparted"));
    for (int attempt = 1; attempt < 5; attempt++) {
      bench.refuse("TransactionEvent", "InternalError");
      bench.pass(10 * attempt - 0.1);
      assertTrue(bench.frames.isEmpty(), "attempt " + attempt);
      bench.pass(0.1);
    }
    bench.refuse("TransactionEvent", "InternalError");
    assertEquals("Ended", bench.reply("TransactionEvent", "{}").get("eventType").asText());
    assertEquals(1, bench.store.refused());
    assertEquals(0, bench.store.queued());
  }

  @Test
  void eventsOfAnOfflineStationSaySo() {
    bench.report(transaction(Kind.STARTED, "a", "CablePluggedIn"));
    bench.link.start(bench.now());
    bench.link.opened("ocpp2.1", bench.now());
    bench.reply("BootNotification", boot("Accepted", 300));
    JsonNode event = bench.reply("TransactionEvent", "{}");
    bench.reply("SecurityEventNotification", "{}");
    assertTrue(event.get("offline").asBoolean());
    bench.report(transaction(Kind.ENDED, "a", "EVDeparted"));
    assertFalse(bench.reply("TransactionEvent", "{}").has("offline"));
  }

  @Test
  void anUnknownTokenEndsARunningTransaction() {
    bench.online();
    bench.report(transaction(Kind.STARTED, "a", "Authorized"));
    bench.reply("TransactionEvent", "{\"idTokenInfo\":{\"status\":\"Blocked\"}}");
    BackOfficeCommand.Deauthorise command = bench.command(BackOfficeCommand.Deauthorise.class);
    assertEquals("a", command.transaction());
    assertEquals("Blocked", command.status());
  }

  @Test
  void questionsAreAnsweredOfflineByTheLink() {
    bench.report(new StationEvent.AuthorisationQuestion(4, 1, new IdToken("A", "Central")));
    BackOfficeCommand.AuthorisationAnswer answer =
        bench.command(BackOfficeCommand.AuthorisationAnswer.class);
    assertFalse(answer.accepted());
    assertEquals("Offline", answer.status());
  }

  @Test
  void aQuestionWhoseConnectionIsLostIsAnswered() {
    bench.online();
    bench.report(new StationEvent.AuthorisationQuestion(4, 1, new IdToken("A", "Central")));
    bench.report(new StationEvent.AuthorisationQuestion(5, 1, new IdToken("B", "Central")));
    bench.call("Authorize");
    bench.link.closed("gone", bench.now());
    assertEquals(4, bench.command(BackOfficeCommand.AuthorisationAnswer.class).request());
    assertEquals(5, bench.command(BackOfficeCommand.AuthorisationAnswer.class).request());
  }

  @Test
  void peopleGoBeforeMoney() {
    bench.online();
    bench.report(transaction(Kind.STARTED, "a", "CablePluggedIn"));
    bench.report(transaction(Kind.UPDATED, "a", "MeterValuePeriodic"));
    bench.report(new StationEvent.AuthorisationQuestion(4, 1, new IdToken("A", "Central")));
    bench.reply("TransactionEvent", "{}");
    bench.reply("Authorize", "{\"idTokenInfo\":{\"status\":\"Accepted\"}}");
    assertTrue(bench.command(BackOfficeCommand.AuthorisationAnswer.class).accepted());
    bench.call("TransactionEvent");
  }

  @Test
  void aPeerThatTalksNonsenseIsLeft() {
    bench.online();
    for (int i = 0; i < Rpc.MAX_NONSENSE; i++) {
      assertTrue(bench.disconnects.isEmpty());
      bench.link.text("nonsense", bench.now());
    }
    assertEquals(1, bench.disconnects.size());
  }

  @Test
  void aNewTransactionChangesTheBoundsAndItsEndTakesThemBack() {
    bench.online();
    bench.report(transaction(Kind.STARTED, "a", "CablePluggedIn"));
    bench.reply("TransactionEvent", "{}");
    JsonNode answer =
        bench.asked(
            "SetChargingProfile",
            "{\"evseId\":1,\"chargingProfile\":{\"id\":1,\"stackLevel\":0,"
                + "\"chargingProfilePurpose\":\"TxProfile\",\"transactionId\":\"a\","
                + "\"chargingProfileKind\":\"Relative\",\"chargingSchedule\":[{\"id\":1,"
                + "\"chargingRateUnit\":\"W\",\"chargingSchedulePeriod\":["
                + "{\"startPeriod\":0,\"limit\":4000},{\"startPeriod\":60,\"limit\":2000}]}]}}");
    assertEquals("Accepted", answer.get("status").asText());
    BackOfficeCommand.PowerBounds bounds = bench.command(BackOfficeCommand.PowerBounds.class);
    assertEquals(4000, bounds.chargeLimit().orElseThrow().value());
    assertEquals(Bench.START.plusSeconds(60), bounds.validUntil().orElseThrow());
    bench.pass(59.9);
    assertTrue(bench.none(BackOfficeCommand.PowerBounds.class));
    bench.pass(0.1);
    assertEquals(
        2000,
        bench.command(BackOfficeCommand.PowerBounds.class).chargeLimit().orElseThrow().value());
    bench.report(transaction(Kind.ENDED, "a", "EVDeparted"));
    assertTrue(bench.command(BackOfficeCommand.PowerBounds.class).chargeLimit().isEmpty());
  }

  @Test
  void profilesOutliveARestart() {
    bench.online();
    bench.asked(
        "SetChargingProfile",
        "{\"evseId\":0,\"chargingProfile\":{\"id\":9,\"stackLevel\":2,"
            + "\"chargingProfilePurpose\":\"ChargingStationMaxProfile\","
            + "\"chargingProfileKind\":\"Absolute\",\"chargingSchedule\":[{\"id\":1,"
            + "\"startSchedule\":\"2026-01-01T00:00:00Z\",\"chargingRateUnit\":\"A\","
            + "\"chargingSchedulePeriod\":[{\"startPeriod\":0,\"limit\":16}]}]}}");
    bench.close();
    bench = new Bench(folder);
    bench.online();
    BackOfficeCommand.PowerBounds bounds = bench.command(BackOfficeCommand.PowerBounds.class);
    assertEquals(0, bounds.evse());
    assertEquals(
        new BackOfficeCommand.PowerBounds.Quantity(16, BackOfficeCommand.PowerBounds.Unit.AMPERE),
        bounds.chargeLimit().orElseThrow());
  }
}
