package energy.ebbflow.ocpp.link.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.link.Bench;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ends a transaction that nobody stopped: C09, C16, C17 and E16. */
class LimitsTest {
  private final Path folder;
  private Bench bench;

  LimitsTest(@TempDir Path folder) {
    this.folder = folder;
    this.bench = new Bench(folder).online();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private MeterSample sample(double kwh, double soc) {
    return new MeterSample(
        bench.now().instant(),
        kwh * 1_000,
        0,
        10_000,
        List.of(25.0),
        List.of(400.0),
        Optional.empty(),
        Optional.of(soc));
  }

  private void begun(String id, int evse, String token, String answer) {
    bench.report(
        new StationEvent.Transaction(
            Kind.STARTED,
            id,
            "Authorized",
            "Charging",
            evse,
            1,
            Optional.of(new IdToken(token, "ISO14443")),
            Optional.empty(),
            Optional.empty(),
            bench.now().instant(),
            List.of(sample(100, 50))));
    bench.reply("TransactionEvent", answer);
  }

  private void limited(String limit) {
    begun("t1", 1, "AABBCCDD", "{\"transactionLimit\":{" + limit + "}}");
    JsonNode told = bench.reply("TransactionEvent", "{}");
    assertEquals("LimitSet", told.get("triggerReason").asText());
    assertEquals("{" + limit + "}", told.get("transactionInfo").get("transactionLimit").toString());
  }

  private void ends(String reason, String trigger) {
    BackOfficeCommand.End end = bench.command(BackOfficeCommand.End.class);
    assertEquals(new BackOfficeCommand.End("t1", reason, trigger, Optional.empty()), end);
    bench.pass(5);
    assertTrue(bench.none(BackOfficeCommand.End.class), "once is enough");
  }

  /** E16.FR.09: from the start of the transaction, to the second. */
  @Test
  void timeIsUp() {
    limited("\"maxTime\":90");
    bench.pass(89.5);
    assertTrue(bench.none(BackOfficeCommand.End.class));
    bench.pass(1.5);
    ends("TimeLimitReached", "TimeLimitReached");
  }

  @Test
  void energyIsUp() {
    limited("\"maxEnergy\":2500");
    bench.store.keepSample("t1", sample(102.49, 50));
    bench.pass(2);
    assertTrue(bench.none(BackOfficeCommand.End.class));
    bench.store.keepSample("t1", sample(102.5, 50));
    bench.pass(2);
    ends("EnergyLimitReached", "EnergyLimitReached");
  }

  @Test
  void theBatteryIsFullEnough() {
    limited("\"maxSoC\":80");
    bench.store.keepSample("t1", sample(102, 79.9));
    bench.pass(2);
    assertTrue(bench.none(BackOfficeCommand.End.class));
    bench.store.keepSample("t1", sample(103, 80));
    bench.pass(2);
    ends("SOCLimitReached", "SoCLimitReached");
  }

  /** C17, E16.FR.15: what is on the card, by the station's own reckoning. */
  @Test
  void thePrepaidCardIsEmpty() {
    bench.asked(
        "SetDefaultTariff",
        "{\"evseId\":0,\"tariff\":{\"tariffId\":\"a\",\"currency\":\"EUR\","
            + "\"energy\":{\"prices\":[{\"priceKwh\":0.5}]}}}");
    limited("\"maxCost\":2.5");
    bench.store.keepSample("t1", sample(104.9, 50));
    bench.pass(2);
    assertTrue(bench.none(BackOfficeCommand.End.class));
    bench.store.keepSample("t1", sample(105, 50));
    bench.pass(2);
    ends("LocalOutOfCredit", "CostLimitReached");
  }

  /** E16.FR.16: without a tariff, by what the back office says. */
  @Test
  void theBackOfficeReckonsThatItIsEmpty() {
    limited("\"maxCost\":2.5");
    bench.asked("CostUpdated", "{\"totalCost\":2.49,\"transactionId\":\"t1\"}");
    bench.pass(2);
    assertTrue(bench.none(BackOfficeCommand.End.class));
    bench.asked("CostUpdated", "{\"totalCost\":2.5,\"transactionId\":\"t1\"}");
    bench.pass(2);
    ends("LocalOutOfCredit", "CostLimitReached");
  }

  /** E16.FR.17: another bound joins the first, a higher one takes its place; both are told. */
  @Test
  void boundsAreRaisedAndJoined() {
    limited("\"maxTime\":60");
    bench.report(
        new StationEvent.Transaction(
            Kind.UPDATED,
            "t1",
            "MeterValuePeriodic",
            "Charging",
            1,
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            bench.now().instant(),
            List.of(sample(101, 50))));
    bench.reply("TransactionEvent", "{\"transactionLimit\":{\"maxTime\":120,\"maxEnergy\":5000}}");
    JsonNode told = bench.reply("TransactionEvent", "{\"transactionLimit\":{\"maxTime\":120}}");
    assertEquals(
        "{\"maxEnergy\":5000,\"maxTime\":120}",
        told.get("transactionInfo").get("transactionLimit").toString());
    bench.pass(100);
    assertTrue(bench.none(BackOfficeCommand.End.class));
    assertTrue(bench.frames.isEmpty(), "the same bound again is no news");
    bench.pass(21);
    ends("TimeLimitReached", "TimeLimitReached");
  }

  /** A bound that was given before a restart holds after it. */
  @Test
  void aBoundOutlivesARestart() {
    limited("\"maxTime\":90");
    long nanos = bench.nanos;
    bench.close();
    bench = new Bench(folder);
    bench.nanos = nanos + 100 * Bench.SECOND;
    bench.online2();
    bench.pass(1);
    ends("TimeLimitReached", "TimeLimitReached");
  }

  private BackOfficeCommand.AuthorisationAnswer shown(int evse, String token, String info) {
    bench.report(new StationEvent.AuthorisationQuestion(1, evse, new IdToken(token, "ISO14443")));
    bench.reply("Authorize", "{\"idTokenInfo\":{\"status\":\"Accepted\"" + info + "}}");
    return bench.command(BackOfficeCommand.AuthorisationAnswer.class);
  }

  private static String group(String name) {
    return ",\"groupIdToken\":{\"idToken\":\"" + name + "\",\"type\":\"Central\"}";
  }

  /** C09: a card of the same group ends it at its outlet, and at no other. */
  @Test
  void aCardOfTheSameGroupEndsTheTransaction() {
    shown(1, "FIRST", group("family"));
    begun("t1", 1, "FIRST", "{}");
    shown(1, "STRANGER", group("others"));
    shown(1, "LONER", "");
    shown(2, "SECOND", group("family"));
    assertTrue(bench.none(BackOfficeCommand.End.class));
    shown(1, "SECOND", group("FAMILY"));
    assertEquals(
        new BackOfficeCommand.End(
            "t1", "Local", "StopAuthorized", Optional.of(new IdToken("SECOND", "ISO14443"))),
        bench.command(BackOfficeCommand.End.class));
  }

  /** C09 offline: what the cache knows of both cards is enough. */
  @Test
  void theGroupIsKnownOffline() {
    shown(1, "FIRST", group("family"));
    shown(2, "SECOND", group("family"));
    begun("t1", 1, "FIRST", "{}");
    bench.link.closed("gone", bench.now());
    bench.report(new StationEvent.AuthorisationQuestion(2, 1, new IdToken("SECOND", "ISO14443")));
    assertEquals("t1", bench.command(BackOfficeCommand.End.class).transaction());
  }

  /** C16, TC_C_49: without a screen it ends all of them, and starts nothing. */
  @Test
  void aMasterPassEndsAllTransactions() {
    bench.asked(
        "SetVariables",
        "{\"setVariableData\":[{\"component\":{\"name\":\"AuthCtrlr\"},"
            + "\"variable\":{\"name\":\"MasterPassGroupId\"},\"attributeValue\":\"police\"}]}");
    BackOfficeCommand.AuthorisationAnswer idle = shown(1, "MASTER", group("police"));
    assertFalse(idle.accepted());
    assertEquals("MasterPass", idle.status());
    begun("t1", 1, "FIRST", "{}");
    begun("t2", 2, "SECOND", "{}");
    assertFalse(shown(1, "MASTER", group("police")).accepted());
    Set<String> ended =
        bench.commands.stream()
            .filter(BackOfficeCommand.End.class::isInstance)
            .map(BackOfficeCommand.End.class::cast)
            .map(e -> e.transaction() + " " + e.reason() + " " + e.trigger())
            .collect(Collectors.toSet());
    assertEquals(Set.of("t1 MasterPass StopAuthorized", "t2 MasterPass StopAuthorized"), ended);
  }

  /** An empty group is none: neither a master pass nor anybody's company. */
  @Test
  void anEmptyGroupEndsNothing() {
    shown(1, "FIRST", group(""));
    begun("t1", 1, "FIRST", "{}");
    assertTrue(shown(1, "SECOND", group("")).accepted());
    assertTrue(bench.none(BackOfficeCommand.End.class));
  }

  /** C17.FR.01: yes, but only this once; the answer that ends at once is no answer later. */
  @Test
  void aPrepaidCardIsNotRemembered() {
    String now = ",\"cacheExpiryDateTime\":\"2026-03-01T12:00:00Z\"";
    assertTrue(shown(1, "PREPAID", now).accepted());
    bench.link.closed("gone", bench.now());
    bench.report(new StationEvent.AuthorisationQuestion(2, 1, new IdToken("PREPAID", "ISO14443")));
    BackOfficeCommand.AuthorisationAnswer offline =
        bench.command(BackOfficeCommand.AuthorisationAnswer.class);
    assertFalse(offline.accepted());
    assertEquals("Expired", offline.status());
  }

  /** C17.FR.02. */
  @Test
  void anEmptyCardMayNot() {
    bench.report(new StationEvent.AuthorisationQuestion(1, 1, new IdToken("EMPTY", "ISO14443")));
    bench.reply("Authorize", "{\"idTokenInfo\":{\"status\":\"NoCredit\"}}");
    assertEquals("NoCredit", bench.command(BackOfficeCommand.AuthorisationAnswer.class).status());
  }
}
