package energy.ebbflow.ocpp.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.OcppBackOffice;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.display.Screen;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.errand.StationPorts;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.profile.Electrical;
import energy.ebbflow.ocpp.transport.LinkClock;
import energy.ebbflow.ocpp.v2.authorization.MessageFormat;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tariffs, costs, bounds and messages against npm's ocpp-rpc, which refuses every frame out of
 * schema.
 */
class StrictTariffTest {
  private static final String TARIFF =
      "{\"tariffId\":\"%s\",\"currency\":\"EUR\",\"description\":[{\"format\":\"UTF8\","
          + "\"language\":\"de\",\"content\":\"25 ct\"}],\"energy\":{\"prices\":[{\"priceKwh\":0.4,"
          + "\"conditions\":{\"minPower\":200000}},{\"priceKwh\":0.25}],\"taxRates\":"
          + "[{\"type\":\"vat\",\"tax\":19}]},\"chargingTime\":{\"prices\":[{\"priceMinute\":0}]},"
          + "\"idleTime\":{\"prices\":[{\"priceMinute\":0.1,\"conditions\":{\"minIdleTime\":600}}]},"
          + "\"fixedFee\":{\"prices\":[{\"priceFixed\":0.35}]},\"minCost\":{\"exclTax\":0.1}}";

  @TempDir Path folder = Path.of("");

  private final LinkedBlockingQueue<BackOfficeCommand> commands = new LinkedBlockingQueue<>();

  private static final Screen SCREEN =
      new Screen() {
        @Override
        public Ability ability() {
          return new Ability(List.of(MessageFormat.UTF8, MessageFormat.QRCODE), List.of("de"));
        }

        @Override
        public void show(List<Line> lines) {}
      };

  private OcppBackOffice open(NodeBackOffice server, WireVersion version) {
    OcppConfig config =
        OcppConfig.builder(
                URI.create("ws://127.0.0.1:" + server.port + "/ocpp"),
                "EB01",
                folder.resolve("link.db"))
            .versions(version)
            .station("Ebbflow", "Bench", "S1", "0.1.0")
            .outlets(new Outlet("cCCS2", true, new Electrical(400, 1, 22_000, 22_000)))
            .build();
    return OcppBackOffice.open(
        config,
        LinkClock.system(),
        (d, type, id, action, payload) -> {},
        new StationPorts(Optional.empty(), Optional.empty(), Optional.of(SCREEN)));
  }

  private <T extends BackOfficeCommand> T expect(Class<T> type) throws InterruptedException {
    while (true) {
      BackOfficeCommand next = commands.poll(20, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("no " + type.getSimpleName() + " came");
      }
      if (type.isInstance(next)) {
        return type.cast(next);
      }
    }
  }

  private static String status(JsonNode answer) {
    assertTrue(answer.has("result"), () -> "an error came: " + answer);
    return answer.get("result").get("status").asText();
  }

  private static StationEvent.Transaction event(Kind kind, String trigger, double kwh) {
    Instant now = Instant.now();
    return new StationEvent.Transaction(
        kind,
        "t1",
        trigger,
        "Charging",
        1,
        1,
        Optional.of(new IdToken("AABB", "ISO14443")),
        Optional.empty(),
        kind == Kind.ENDED ? Optional.of("LocalOutOfCredit") : Optional.empty(),
        now,
        List.of(
            new MeterSample(
                now,
                kwh * 1_000,
                0,
                11_000,
                List.of(27.5),
                List.of(400.0),
                Optional.empty(),
                Optional.of(40.0))));
  }

  @Test
  void aPrepaidSessionThatIsReckonedHere() throws Exception {
    try (NodeBackOffice server = NodeBackOffice.start("ocpp2.1");
        OcppBackOffice link = open(server, WireVersion.V21)) {
      link.start(commands::add);
      assertTrue(expect(BackOfficeCommand.LinkChanged.class).online());
      String set = "{\"evseId\":0,\"tariff\":" + TARIFF.formatted("day") + "}";
      assertEquals("Accepted", status(server.call("SetDefaultTariff", set)));
      assertEquals("DuplicateTariffId", status(server.call("SetDefaultTariff", set)));
      JsonNode running =
          server.call(
              "SetVariables",
              "{\"setVariableData\":[{\"component\":{\"name\":\"TariffCostCtrlr\"},\"variable\":"
                  + "{\"name\":\"Enabled\",\"instance\":\"RunningCost\"},"
                  + "\"attributeValue\":\"true\"}]}");
      assertTrue(running.has("result"), running::toString);
      server.script("TransactionEvent", "{\"reply\":{\"transactionLimit\":{\"maxCost\":3.5}}}");
      link.report(event(Kind.STARTED, "Authorized", 100));
      JsonNode started = server.awaitCall("TransactionEvent");
      assertEquals("day", started.get("transactionInfo").get("tariffId").asText());
      assertEquals(0.35, cost(started));
      JsonNode limit = server.awaitCall("TransactionEvent");
      assertEquals("LimitSet", limit.get("triggerReason").asText());
      assertEquals("Accepted", status(server.call("GetTariffs", "{\"evseId\":1}")));
      assertEquals(
          "Accepted",
          status(
              server.call(
                  "ChangeTransactionTariff",
                  "{\"transactionId\":\"t1\",\"tariff\":" + TARIFF.formatted("night") + "}")));
      assertEquals(
          "TariffChanged", server.awaitCall("TransactionEvent").get("triggerReason").asText());
      link.report(event(Kind.UPDATED, "MeterValuePeriodic", 111));
      assertEquals("CostLimitReached", expect(BackOfficeCommand.End.class).trigger());
      link.report(event(Kind.ENDED, "CostLimitReached", 111));
      JsonNode ended = server.awaitCall("TransactionEvent");
      while (!ended.get("eventType").asText().equals("Ended")) {
        ended = server.awaitCall("TransactionEvent");
      }
      // 11 kWh at 0.25 with 19 %, and the fee without.
      assertEquals(3.6225, cost(ended));
      assertEquals(2, ended.get("costDetails").get("chargingPeriods").size());
      assertEquals(
          "Accepted",
          server
              .call("ClearTariffs", "{}")
              .get("result")
              .get("clearTariffsResult")
              .get(0)
              .get("status")
              .asText());
      server.call("CostUpdated", "{\"totalCost\":1.25,\"transactionId\":\"t1\"}");
      driver(server, link);
      assertEquals(
          List.of(),
          server.all().stream()
              .filter(e -> e.get("event").asText().matches("invalid|bad"))
              .toList());
    }
  }

  /** Every answer, every status of both versions, and the parts of a report. */
  @ParameterizedTest
  @EnumSource(
      value = WireVersion.class,
      names = {"V201", "V21"})
  void messagesOnTheScreen(WireVersion version) throws Exception {
    String set =
        "{\"message\":{\"id\":%d,\"priority\":\"InFront\",%s\"message\":{\"format\":\"%s\","
            + "\"language\":\"%s\",\"content\":\"x\"}}}";
    try (NodeBackOffice server = NodeBackOffice.start(version.subprotocol());
        OcppBackOffice link = open(server, version)) {
      link.start(commands::add);
      assertTrue(expect(BackOfficeCommand.LinkChanged.class).online());
      String state = "\"state\":\"Idle\",\"startDateTime\":\"2026-01-01T00:00:00Z\",";
      for (int id = 1; id <= 11; id++) {
        assertEquals(
            "Accepted",
            status(server.call("SetDisplayMessage", set.formatted(id, state, "UTF8", "de"))));
      }
      assertEquals(
          "NotSupportedMessageFormat",
          status(server.call("SetDisplayMessage", set.formatted(1, "", "HTML", "de"))));
      assertEquals(
          version == WireVersion.V21 ? "LanguageNotSupported" : "Rejected",
          status(server.call("SetDisplayMessage", set.formatted(1, "", "UTF8", "da"))));
      assertEquals(
          "UnknownTransaction",
          status(
              server.call(
                  "SetDisplayMessage",
                  set.formatted(1, "\"transactionId\":\"t\",", "UTF8", "de"))));
      assertEquals("Accepted", status(server.call("GetDisplayMessages", "{\"requestId\":1}")));
      assertTrue(server.awaitCall("NotifyDisplayMessages").get("tbc").asBoolean());
      assertEquals(1, server.awaitCall("NotifyDisplayMessages").get("messageInfo").size());
      assertEquals("Accepted", status(server.call("ClearDisplayMessage", "{\"id\":1}")));
      assertEquals("Unknown", status(server.call("ClearDisplayMessage", "{\"id\":1}")));
      if (version == WireVersion.V21) {
        assertTrue(
            server.call("NotifyWebPaymentStarted", "{\"evseId\":1,\"timeout\":30}").has("result"));
      }
      assertEquals(
          List.of(),
          server.all().stream()
              .filter(e -> e.get("event").asText().matches("invalid|bad"))
              .toList());
    }
  }

  private void driver(NodeBackOffice server, OcppBackOffice link) throws InterruptedException {
    server.script(
        "Authorize",
        "{\"reply\":{\"idTokenInfo\":{\"status\":\"Accepted\"},\"tariff\":"
            + TARIFF.formatted("mine").replace("EUR", "eu")
            + "}}");
    link.report(new StationEvent.AuthorisationQuestion(1, 1, new IdToken("AABB", "ISO14443")));
    assertTrue(!expect(BackOfficeCommand.AuthorisationAnswer.class).accepted());
    server.awaitCall("NotifyEvent");
  }

  private static double cost(JsonNode event) {
    return event.get("costDetails").get("totalCost").get("total").get("inclTax").asDouble();
  }
}
