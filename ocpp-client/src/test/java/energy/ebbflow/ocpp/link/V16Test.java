package energy.ebbflow.ocpp.link;

import static energy.ebbflow.ocpp.link.Bench.transaction;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.json.WireVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is particular to 1.6. */
class V16Test {
  private static final String STARTED =
      "{\"transactionId\":77,\"idTagInfo\":{\"status\":\"Accepted\"}}";

  private final Path folder;
  private Bench bench;

  V16Test(@TempDir Path folder) {
    this.folder = folder;
    this.bench = new Bench(folder, WireVersion.V16).online();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static StationEvent.Transaction withoutToken(Kind kind, String trigger) {
    StationEvent.Transaction t = transaction(kind, "t", trigger);
    return new StationEvent.Transaction(
        kind,
        "t",
        trigger,
        "EVConnected",
        1,
        1,
        Optional.empty(),
        Optional.empty(),
        t.stopReason(),
        t.at(),
        t.samples());
  }

  @Test
  void aTransactionBeginsWhenItsTagIsKnown() {
    bench.report(withoutToken(Kind.STARTED, "CablePluggedIn"));
    assertTrue(bench.frames.isEmpty(), bench.frames::toString);
    bench.report(transaction(Kind.UPDATED, "t", "Authorized"));
    assertEquals("AABBCCDD", bench.reply("StartTransaction", STARTED).get("idTag").asText());
    bench.report(transaction(Kind.UPDATED, "t", "MeterValuePeriodic"));
    assertEquals(77, bench.reply("MeterValues", "{}").get("transactionId").asInt());
    bench.report(transaction(Kind.ENDED, "t", "EVDeparted"));
    JsonNode stop = bench.reply("StopTransaction", "{}");
    assertEquals(77, stop.get("transactionId").asInt());
    assertEquals("Local", stop.get("reason").asText());
    assertEquals(0, bench.store.queued());
  }

  /** In 2.x both say why; in 1.6 the second is the first once more. */
  @Test
  void valuesAreToldOnceHoweverManyReasonsThereAre() {
    bench.report(transaction(Kind.STARTED, "t", "Authorized"));
    bench.reply("StartTransaction", STARTED);
    bench.report(transaction(Kind.UPDATED, "t", "ChargingStateChanged"));
    bench.report(transaction(Kind.UPDATED, "t", "ChargingRateChanged"));
    bench.reply("MeterValues", "{}");
    assertTrue(bench.frames.isEmpty(), bench.frames::toString);
    assertEquals(0, bench.store.queued());
    // Whoever asks for them gets them again.
    bench.asked("TriggerMessage", "{\"requestedMessage\":\"MeterValues\",\"connectorId\":1}");
    bench.reply("MeterValues", "{}");
    // What was not answered is told again all the same.
    bench.report(transaction(Kind.UPDATED, "t", "MeterValueClock"));
    bench.call("MeterValues");
    for (int i = 0; i < 200 && bench.frames.isEmpty(); i++) {
      bench.pass(1);
    }
    bench.reply("MeterValues", "{}");
    assertEquals(0, bench.store.queued());
  }

  @Test
  void aTransactionThatNobodyAuthorisedIsNotTold() {
    bench.report(withoutToken(Kind.STARTED, "CablePluggedIn"));
    bench.report(withoutToken(Kind.ENDED, "EVDeparted"));
    assertTrue(bench.frames.isEmpty(), bench.frames::toString);
    assertEquals(0, bench.store.queued());
  }

  @Test
  void theNumberOutlivesARestart() {
    bench.report(transaction(Kind.STARTED, "t", "Authorized"));
    bench.reply("StartTransaction", STARTED);
    bench.close();
    bench = new Bench(folder, WireVersion.V16).online();
    bench.report(transaction(Kind.ENDED, "t", "EVDeparted"));
    assertEquals(77, bench.reply("StopTransaction", "{}").get("transactionId").asInt());
  }

  @Test
  void aStartWithoutAnswerIsRepeatedAndComesBeforeItsStop() {
    bench.report(transaction(Kind.STARTED, "t", "Authorized"));
    bench.report(transaction(Kind.ENDED, "t", "EVDeparted"));
    bench.call("StartTransaction");
    bench.link.closed("gone", bench.now());
    bench.close();
    bench = new Bench(folder, WireVersion.V16);
    bench.link.start(bench.now());
    bench.link.opened("ocpp1.6", bench.now());
    bench.reply("BootNotification", Bench.boot("Accepted", 300));
    bench.reply("StartTransaction", STARTED);
    bench.reply("StopTransaction", "{}");
  }

  @Test
  void anUnknownTagEndsTheTransaction() {
    bench.report(transaction(Kind.STARTED, "t", "Authorized"));
    bench.reply("StartTransaction", "{\"transactionId\":5,\"idTagInfo\":{\"status\":\"Blocked\"}}");
    assertEquals("Blocked", bench.command(BackOfficeCommand.Deauthorise.class).status());
  }

  @Test
  void aTokenThatIsTooLongForATagIsNotAskedAbout() {
    bench.report(
        new StationEvent.AuthorisationQuestion(1, 1, new IdToken("x".repeat(21), "Central")));
    assertEquals(
        "TokenNotSupported", bench.command(BackOfficeCommand.AuthorisationAnswer.class).status());
    bench.report(
        new StationEvent.AuthorisationQuestion(2, 1, new IdToken("x".repeat(20), "Central")));
    bench.call("Authorize");
  }

  @Test
  void garbageIsNotAnsweredAndErrorsAreSpelledAsIn16() {
    bench.link.text("nonsense", bench.now());
    assertTrue(bench.frames.isEmpty(), bench.frames::toString);
    assertEquals("OccurenceConstraintViolation", bench.asked("Reset", "{}").asText());
    assertEquals("FormationViolation", bench.asked("Reset", "[]").asText());
    assertEquals("NotImplemented", bench.asked("MakeCoffee", "{}").asText());
  }

  @Test
  void aTxProfileWithoutATransactionIsRefused() {
    // evcc#15493.
    String profile =
        "{\"connectorId\":1,\"csChargingProfiles\":{\"chargingProfileId\":1,\"stackLevel\":0,"
            + "\"chargingProfilePurpose\":\"TxProfile\",\"chargingProfileKind\":\"Relative\","
            + "\"chargingSchedule\":{\"chargingRateUnit\":\"A\",\"chargingSchedulePeriod\":["
            + "{\"startPeriod\":0,\"limit\":6}]}}}";
    assertEquals("Rejected", bench.asked("SetChargingProfile", profile).get("status").asText());
    bench.report(transaction(Kind.STARTED, "t", "Authorized"));
    bench.reply("StartTransaction", STARTED);
    assertEquals("Accepted", bench.asked("SetChargingProfile", profile).get("status").asText());
    assertEquals(
        6, bench.command(BackOfficeCommand.PowerBounds.class).chargeLimit().orElseThrow().value());
  }

  @Test
  void aProfileReplacesTheOneOfItsPlace() {
    for (int id = 1; id <= 3; id++) {
      String profile =
          "{\"connectorId\":1,\"csChargingProfiles\":{\"chargingProfileId\":"
              + id
              + ",\"stackLevel\":0,\"chargingProfilePurpose\":\"TxDefaultProfile\","
              + "\"chargingProfileKind\":\"Absolute\",\"chargingSchedule\":{"
              + "\"chargingRateUnit\":\"A\",\"chargingSchedulePeriod\":[{\"startPeriod\":0,"
              + "\"limit\":"
              + id * 6
              + "}]}}}";
      assertEquals("Accepted", bench.asked("SetChargingProfile", profile).get("status").asText());
    }
    assertEquals(1, bench.station.profiles().installed().size());
    assertEquals(
        18,
        bench
            .asked("GetCompositeSchedule", "{\"connectorId\":1,\"duration\":60}")
            .get("chargingSchedule")
            .get("chargingSchedulePeriod")
            .get(0)
            .get("limit")
            .asDouble());
  }

  @Test
  void theLocalListOf16HasNoTypes() {
    assertEquals(
        "Accepted",
        bench
            .asked(
                "SendLocalList",
                "{\"listVersion\":3,\"updateType\":\"Full\",\"localAuthorizationList\":["
                    + "{\"idTag\":\"AA\",\"idTagInfo\":{\"status\":\"Accepted\"}}]}")
            .get("status")
            .asText());
    bench.link.closed("gone", bench.now());
    bench.report(new StationEvent.AuthorisationQuestion(1, 1, new IdToken("aa", "ISO14443")));
    assertTrue(bench.command(BackOfficeCommand.AuthorisationAnswer.class).accepted());
  }

  @Test
  void thePasswordIsWrittenInHexadecimal() {
    assertEquals(
        "Rejected",
        bench
            .asked("ChangeConfiguration", "{\"key\":\"AuthorizationKey\",\"value\":\"xyz\"}")
            .get("status")
            .asText());
    assertEquals(
        "Accepted",
        bench
            .asked(
                "ChangeConfiguration",
                "{\"key\":\"AuthorizationKey\",\"value\":\"30313233343536373839616263646566\"}")
            .get("status")
            .asText());
    bench.link.closed("new password", bench.now());
    bench.pass(2);
    assertEquals(Optional.of("0123456789abcdef"), bench.passwords.getLast());
  }

  /** 5.17: of a connector that has nothing to tell nothing is promised. */
  @Test
  void valuesOfAnotherConnectorAreNotTold() {
    bench.report(Bench.transaction(Kind.STARTED, 2, "t2", "Authorized"));
    bench.reply("StartTransaction", STARTED);
    String values = "{\"requestedMessage\":\"MeterValues\",\"connectorId\":";
    assertEquals("Rejected", bench.asked("TriggerMessage", values + "1}").get("status").asText());
    assertTrue(bench.frames.isEmpty());
    assertEquals("Accepted", bench.asked("TriggerMessage", values + "2}").get("status").asText());
    assertEquals(2, bench.reply("MeterValues", "{}").get("connectorId").asInt());
  }

  /** 5.18: an unlock finishes the transaction first. */
  @Test
  void anUnlockEndsTheTransaction() {
    bench.ask("UnlockConnector", "{\"connectorId\":1}");
    BackOfficeCommand.Unlock unlock = bench.command(BackOfficeCommand.Unlock.class);
    assertTrue(unlock.ends());
    bench.report(new StationEvent.CommandResult(unlock.command(), true, ""));
    assertEquals("Unlocked", bench.answer().get("status").asText());
  }

  /** 9.1.24. */
  @Test
  void whatAnInvalidTagEndsCanBeSet() {
    assertEquals(
        "Accepted",
        bench
            .asked(
                "ChangeConfiguration",
                "{\"key\":\"StopTransactionOnInvalidId\",\"value\":\"false\"}")
            .get("status")
            .asText());
    bench.report(Bench.transaction(Kind.STARTED, "t1", "Authorized"));
    bench.reply("StartTransaction", "{\"transactionId\":7,\"idTagInfo\":{\"status\":\"Invalid\"}}");
    assertFalse(bench.command(BackOfficeCommand.Deauthorise.class).stop());
  }

  /** A meter of a fast charger has more than 2^31 Wh one day. */
  @Test
  void aRegisterBeyond31BitsIsTold() {
    StationEvent.Transaction begun = Bench.transaction(Kind.STARTED, "t1", "Authorized");
    bench.report(
        new StationEvent.Transaction(
            begun.kind(),
            begun.transaction(),
            begun.trigger(),
            begun.chargingState(),
            1,
            1,
            begun.token(),
            Optional.empty(),
            Optional.empty(),
            begun.at(),
            List.of(Bench.sample(3e9))));
    assertEquals(
        3_000_000_000L, bench.reply("StartTransaction", STARTED).get("meterStart").asLong());
  }
}
