package energy.ebbflow.ocpp.link.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.link.Bench;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Costs by the link: OCPP 2.1 block I, and I02 of 2.0.1. */
class TariffsTest extends TariffCase {
  TariffsTest(@TempDir Path folder) {
    super(folder);
  }

  /** I07, I12: what the tariff says, at the end with its periods, until then without a word. */
  @Test
  void theStationReckonsByItsDefaultTariff() {
    accepted(0, perKwh("day", 0.25));
    JsonNode started = begun("{}");
    assertEquals("day", started.get("transactionInfo").get("tariffId").asText());
    assertFalse(started.has("costDetails"), "the running cost is not asked for");
    bench.pass(3_600);
    JsonNode ended = ended(110);
    assertEquals(2.5, total(ended));
    assertEquals("day", ended.get("transactionInfo").get("tariffId").asText());
    JsonNode period = ended.get("costDetails").get("chargingPeriods").get(0);
    assertEquals("day", period.get("tariffId").asText());
    assertEquals("2026-03-01T12:00:00.000Z", period.get("startPeriod").asText());
    assertEquals(10_000, ended.get("costDetails").get("totalUsage").get("energy").asDouble());
    assertEquals(3_600, ended.get("costDetails").get("totalUsage").get("chargingTime").asInt());
  }

  @Test
  void withoutATariffNothingIsReckoned() {
    begun("{}");
    JsonNode ended = ended(110);
    assertFalse(ended.has("costDetails"));
    assertFalse(ended.get("transactionInfo").has("tariffId"));
  }

  /** I12.FR.02: from its start on, at the interval, without periods; also while nothing happens. */
  @Test
  void theRunningCostIsToldWhereItIsWanted() {
    accepted(1, perKwh("day", 0.25));
    variable("Enabled", "RunningCost", "true");
    variable("Interval", "Cost", "30");
    assertEquals(0, total(begun("{}")));
    bench.pass(29);
    assertTrue(bench.frames.isEmpty(), () -> "too early: " + bench.frames);
    bench.store.keepSample("t1", sample(104));
    bench.pass(2);
    JsonNode told = bench.reply("TransactionEvent", "{}");
    assertEquals("RunningCost", told.get("triggerReason").asText());
    assertEquals(1.0, total(told));
    assertFalse(told.get("costDetails").has("chargingPeriods"));
    bench.report(event(Kind.UPDATED, "t1", "MeterValuePeriodic", 105));
    assertFalse(bench.reply("TransactionEvent", "{}").has("costDetails"), "told 2 s ago");
    bench.pass(40);
    assertEquals(
        "RunningCost", bench.reply("TransactionEvent", "{}").get("triggerReason").asText());
  }

  /** What was counted before is not counted again, and the tariff is the one it began with. */
  @Test
  void theCostOutlivesARestart() {
    accepted(
        1,
        tariff(
            "a",
            "'energy':{'prices':[{'priceKwh':0.1}]},"
                + "'fixedFee':{'prices':[{'priceFixed':1}]}"));
    begun("{}");
    bench.pass(60);
    bench.store.keepSample("t1", sample(105));
    assertEquals(
        "Accepted",
        bench.asked("ClearTariffs", "{}").get("clearTariffsResult").get(0).get("status").asText());
    long nanos = bench.nanos;
    bench.close();
    bench = new Bench(folder);
    bench.nanos = nanos + 10 * Bench.SECOND;
    bench.online2();
    bench.report(event(Kind.UPDATED, "t1", "ChargingStateChanged", 106));
    bench.reply("TransactionEvent", "{}");
    JsonNode ended = ended(110);
    // 10 kWh at 0.10 and the fee; I10.FR.07: a tariff in use is used until the end.
    assertEquals(2.0, total(ended));
    assertEquals(70, ended.get("costDetails").get("totalUsage").get("chargingTime").asInt());
  }

  /** Hours without power are nobody's time; the energy that the meter counted was delivered. */
  @Test
  void timeWithoutPowerCostsNothing() {
    accepted(
        1,
        tariff(
            "a",
            "'energy':{'prices':[{'priceKwh':0.1}]},"
                + "'chargingTime':{'prices':[{'priceMinute':0.5}]}"));
    begun("{}");
    bench.pass(120);
    bench.store.keepSample("t1", sample(105));
    bench.pass(36_000);
    bench.report(
        new StationEvent.Transaction(
            Kind.ENDED,
            "t1",
            "AbnormalCondition",
            "Idle",
            1,
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.of("PowerLoss"),
            bench.now().instant(),
            List.of(sample(106))));
    JsonNode ended = bench.reply("TransactionEvent", "{}");
    assertEquals(0.6 + 1.0, total(ended), 1e-9);
  }

  /** TC_I_115, TC_I_116: from now on; what was is not reckoned again. */
  @Test
  void aRunningTransactionGetsAnotherTariff() {
    accepted(1, perKwh("old", 0.1));
    begun("{}");
    bench.pass(1_800);
    String change = "{\"transactionId\":\"t1\",\"tariff\":" + perKwh("new", 1) + "}";
    assertEquals("Accepted", bench.asked("ChangeTransactionTariff", change).get("status").asText());
    JsonNode told = bench.reply("TransactionEvent", "{}");
    assertEquals("TariffChanged", told.get("triggerReason").asText());
    assertEquals("new", told.get("transactionInfo").get("tariffId").asText());
    assertEquals(
        List.of("old DefaultTariff [1]", "new DriverTariff [1][\"AABBCCDD\"]"), assignments(1));
    bench.pass(1_800);
    JsonNode ended = ended(110);
    assertEquals(5 * 0.1 + 5 * 1, total(ended));
    assertEquals(2, ended.get("costDetails").get("chargingPeriods").size());
    assertEquals(
        "2026-03-01T12:30:00.000Z",
        ended.get("costDetails").get("chargingPeriods").get(1).get("startPeriod").asText());
  }

  private BackOfficeCommand.AuthorisationAnswer authorised(String tariff) {
    bench.report(new StationEvent.AuthorisationQuestion(1, 1, new IdToken(TOKEN, "ISO14443")));
    bench.reply("Authorize", "{\"idTokenInfo\":{\"status\":\"Accepted\"}" + tariff + "}");
    return bench.command(BackOfficeCommand.AuthorisationAnswer.class);
  }

  /** I08: the driver's own goes before the outlet's, also when the card is known by the cache. */
  @Test
  void aDriverBringsATariff() {
    accepted(0, perKwh("all", 1));
    assertTrue(authorised(",\"tariff\":" + perKwh("mine", 0.1)).accepted());
    assertEquals(
        List.of("all DefaultTariff [1,2]", "mine DriverTariff [\"AABBCCDD\"]"), assignments(0));
    assertEquals("mine", begun("{}").get("transactionInfo").get("tariffId").asText());
    assertEquals(1.0, total(ended(110)));
    assertTrue(authorised("").accepted());
    assertEquals("all", begun("{}").get("transactionInfo").get("tariffId").asText());
  }

  /** I08.FR.30, FR.31: what cannot be reckoned with is a problem, and who decides is configured. */
  @Test
  void aDriversTariffThatCannotBeReckonedWith() {
    String wrong = ",\"tariff\":{\"tariffId\":\"x\",\"currency\":\"EUR\",\"unknown\":1}";
    BackOfficeCommand.AuthorisationAnswer no = authorised(wrong);
    assertFalse(no.accepted());
    assertEquals("TariffFailed", no.status());
    JsonNode problem = bench.reply("NotifyEvent", "{}").get("eventData").get(0);
    assertEquals("TariffCostCtrlr", problem.get("component").get("name").asText());
    assertEquals("true", problem.get("actualValue").asText());
    accepted(1, perKwh("all", 1));
    variable("HandleFailedTariff", "Tariff", "UseDefaultTariff");
    assertTrue(authorised(wrong).accepted());
    bench.reply("NotifyEvent", "{}");
    assertEquals("all", begun("{}").get("transactionInfo").get("tariffId").asText());
    ended(100);
    variable("HandleFailedTariff", "Tariff", "CentralCost");
    assertTrue(authorised(wrong).accepted());
    bench.reply("NotifyEvent", "{}");
    assertFalse(begun("{}").get("transactionInfo").has("tariffId"));
    assertFalse(ended(110).has("costDetails"), "the back office reckons");
    assertTrue(authorised(",\"tariff\":" + perKwh("mine", 0.1)).accepted());
    JsonNode over = bench.reply("NotifyEvent", "{}").get("eventData").get(0);
    assertEquals("false", over.get("actualValue").asText());
    assertTrue(over.get("cleared").asBoolean());
  }

  /** TariffConditionsFixedType: how it is paid comes with the token of the remote start. */
  @Test
  void aRemoteStartSaysHowItIsPaid() {
    accepted(
        0,
        tariff(
            "fee",
            "'fixedFee':{'prices':[{'conditions':{'paymentBrand':'PayMe',"
                + "'paymentRecognition':'CC'},'priceFixed':2},{'priceFixed':1}]}"));
    bench.ask(
        "RequestStartTransaction",
        "{\"remoteStartId\":5,\"evseId\":1,\"idToken\":{\"idToken\":\"psp\","
            + "\"type\":\"DirectPayment\",\"additionalInfo\":[{\"type\":\"PaymentBrand\","
            + "\"additionalIdToken\":\"PayMe\"},{\"type\":\"PaymentRecognition\","
            + "\"additionalIdToken\":\"CC\"}]}}");
    long number = bench.command(BackOfficeCommand.Start.class).command();
    bench.report(new StationEvent.CommandResult(number, true, ""));
    assertEquals("Accepted", bench.answer().get("status").asText());
    bench.report(
        new StationEvent.Transaction(
            Kind.STARTED,
            "t1",
            "RemoteStart",
            "EVConnected",
            1,
            1,
            Optional.of(new IdToken("psp", "DirectPayment")),
            Optional.of(5),
            Optional.empty(),
            bench.now().instant(),
            List.of(sample(100))));
    bench.reply("TransactionEvent", "{}");
    assertEquals(2.0, total(ended(110)));
  }

  /** I12.FR.07: the time for which the outlet was kept, from the request to the transaction. */
  @Test
  void aReservationIsPaidFor() {
    accepted(0, tariff("res", "'reservationTime':{'prices':[{'priceMinute':0.1}]}"));
    bench.report(
        new StationEvent.ConnectorStatus(
            1, 1, StationEvent.ConnectorStatus.Status.AVAILABLE, bench.now().instant()));
    bench.reply("StatusNotification", "{}");
    bench.asked(
        "ReserveNow",
        "{\"id\":7,\"evseId\":1,\"expiryDateTime\":\"2026-03-01T12:30:00Z\","
            + "\"idToken\":{\"idToken\":\"AABBCCDD\",\"type\":\"ISO14443\"}}");
    bench.reply("StatusNotification", "{}");
    bench.pass(600);
    bench.report(event(Kind.STARTED, "t1", "Authorized", 100));
    bench.reply("StatusNotification", "{}");
    bench.reply("TransactionEvent", "{}");
    JsonNode ended = ended(100);
    assertEquals(1.0, total(ended));
    assertEquals(600, ended.get("costDetails").get("totalUsage").get("reservationTime").asInt());
  }

  /** I02: the back office may reckon by itself, in both versions; a stranger's cost is no error. */
  @Test
  void theBackOfficeTellsACost() {
    bench.close();
    bench = new Bench(folder, WireVersion.V201).online();
    begun("{}");
    assertEquals(
        "{}",
        bench.asked("CostUpdated", "{\"totalCost\":1.5,\"transactionId\":\"t1\"}").toString());
    assertEquals(
        "{}", bench.asked("CostUpdated", "{\"totalCost\":1.5,\"transactionId\":\"x\"}").toString());
    assertEquals(
        1.5,
        bench.station.tariffs().find("t1").orElseThrow().officeCost().orElseThrow().doubleValue());
    assertEquals("NotImplemented", bench.asked("GetTariffs", "{\"evseId\":0}").asText());
  }
}
