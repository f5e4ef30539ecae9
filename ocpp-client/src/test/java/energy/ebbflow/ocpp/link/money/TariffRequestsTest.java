package energy.ebbflow.ocpp.link.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tariffs as they are given, asked for and taken: OCPP 2.1 I07 to I11 (TC_I_1xx). */
class TariffRequestsTest extends TariffCase {
  TariffRequestsTest(@TempDir Path folder) {
    super(folder);
  }

  private String changed(String transaction, String tariff) {
    return bench
        .asked(
            "ChangeTransactionTariff",
            "{\"transactionId\":\"" + transaction + "\",\"tariff\":" + tariff + "}")
        .get("status")
        .asText();
  }

  /** TC_I_113, TC_I_117. */
  @Test
  void aChangeThatCannotBeIsRefused() {
    accepted(1, perKwh("old", 0.1));
    begun("{}");
    assertEquals("TxNotFound", changed("t2", perKwh("new", 1)));
    assertEquals("NoCurrencyChange", changed("t1", perKwh("new", 1).replace("EUR", "ALL")));
    String many = "{\"priceKwh\":1},".repeat(32) + "{\"priceKwh\":1}";
    assertEquals(
        "TooManyElements", changed("t1", tariff("new", "'energy':{'prices':[" + many + "]}")));
    assertEquals("Rejected", changed("t1", perKwh("new", 1).replace("EUR", "eur")));
    variable("Enabled", "Tariff", "false");
    assertEquals("Rejected", changed("t1", perKwh("new", 1)));
    assertTrue(bench.frames.isEmpty());
  }

  @Test
  void aDefaultTariffThatCannotBeIsRefused() {
    accepted(0, perKwh("a", 0.1));
    assertEquals("DuplicateTariffId", set(1, perKwh("a", 0.2)).get("status").asText());
    JsonNode unknown = set(3, perKwh("b", 1));
    assertEquals("Rejected", unknown.get("status").asText());
    assertEquals("UnknownEvse", unknown.get("statusInfo").get("reasonCode").asText());
    JsonNode wrong =
        set(
            1,
            tariff(
                "c",
                "'energy':{'prices':[{'priceKwh':1,'conditions':{'startTimeOfDay':'24:00'}}]}"));
    assertEquals("InvalidValue", wrong.get("statusInfo").get("reasonCode").asText());
    JsonNode date =
        set(
            1,
            tariff(
                "c",
                "'idleTime':{'prices':[{'priceMinute':1,"
                    + "'conditions':{'validToDate':'2026-02-30'}}]}"));
    assertEquals("InvalidValue", date.get("statusInfo").get("reasonCode").asText());
    bench.ask(
        "SetDefaultTariff",
        "{\"evseId\":1,\"tariff\":{\"tariffId\":\"d\",\"currency\":\"EUR\","
            + "\"energy\":{\"prices\":[]}}}");
    assertEquals(4, bench.frame().get(0).asInt(), "a list of prices has one at least");
  }

  /** I07.FR.19 to 23: tomorrow's tariff may be given today. */
  @Test
  void aTariffOfTheFutureTakesOverWhenItsTimeHasCome() {
    accepted(1, perKwh("today", 0.1));
    accepted(
        1,
        tariff("later", "'validFrom':'2026-03-01T13:00:00Z','energy':{'prices':[{'priceKwh':1}]}"));
    assertEquals(List.of("today DefaultTariff [1]", "later DefaultTariff [1]"), assignments(0));
    bench.pass(3_599);
    begun("{}");
    assertEquals(1.0, total(ended(110)));
    bench.pass(1);
    assertEquals(List.of("later DefaultTariff [1]"), assignments(0));
    bench.report(event(Kind.STARTED, "t1", "Authorized", 100));
    bench.reply("TransactionEvent", "{}");
    assertEquals(10.0, total(ended(110)));
  }

  private List<String> cleared(String payload) {
    List<String> all = new ArrayList<>();
    bench
        .asked("ClearTariffs", payload)
        .get("clearTariffsResult")
        .forEach(r -> all.add(r.path("tariffId").asText() + " " + r.get("status").asText()));
    return all;
  }

  /** TC_I_110, TC_I_111. */
  @Test
  void tariffsAreCleared() {
    accepted(1, perKwh("a", 1));
    accepted(
        1, tariff("b", "'validFrom':'2026-04-01T13:00:00Z','energy':{'prices':[{'priceKwh':1}]}"));
    accepted(2, perKwh("c", 1));
    assertEquals(List.of("b Accepted", "x NoTariff"), cleared("{\"tariffIds\":[\"b\",\"x\"]}"));
    assertEquals(List.of("c Accepted"), cleared("{\"evseId\":2}"));
    assertEquals(List.of(" NoTariff"), cleared("{\"tariffIds\":[\"x\",\"y\"]}"));
    assertEquals(List.of("a DefaultTariff [1]"), assignments(0));
    assertEquals(List.of("a Accepted"), cleared("{}"));
    assertEquals(List.of(" NoTariff"), cleared("{}"));
    assertEquals(List.of(), assignments(0));
    assertEquals("Rejected", bench.asked("GetTariffs", "{\"evseId\":9}").get("status").asText());
  }

  @Test
  void whatIsNoCurrencyAndNoTimeZoneIsRefused() {
    String set =
        "{\"setVariableData\":[{\"component\":{\"name\":\"%s\"},\"variable\":{\"name\":\"%s\"},"
            + "\"attributeValue\":\"%s\"}]}";
    assertEquals("Rejected", status(set.formatted("ClockCtrlr", "TimeZone", "Europe/Nowhere")));
    assertEquals("Accepted", status(set.formatted("ClockCtrlr", "TimeZone", "Europe/Berlin")));
    assertEquals("Rejected", status(set.formatted("TariffCostCtrlr", "Currency", "euro")));
    assertEquals("Accepted", status(set.formatted("TariffCostCtrlr", "Currency", "SEK")));
  }

  private String status(String payload) {
    return bench
        .asked("SetVariables", payload)
        .get("setVariableResult")
        .get(0)
        .get("attributeStatus")
        .asText();
  }
}
