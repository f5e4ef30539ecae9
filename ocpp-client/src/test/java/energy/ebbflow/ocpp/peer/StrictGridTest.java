package energy.ebbflow.ocpp.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.OcppBackOffice;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.der.DerSupport;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.GridRule;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.profile.Electrical;
import energy.ebbflow.ocpp.transport.LinkClock;
import energy.ebbflow.ocpp.v2.der.GridEventFault;
import energy.ebbflow.ocpp.v2.needs.DerControl;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DER control against npm's ocpp-rpc in strict mode, which refuses every frame out of schema. */
class StrictGridTest {
  @TempDir Path folder = Path.of("");

  private final LinkedBlockingQueue<BackOfficeCommand> commands = new LinkedBlockingQueue<>();

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

  private static String set(String id, boolean isDefault, String kind, String content) {
    return "{\"isDefault\":"
        + isDefault
        + ",\"controlId\":\""
        + id
        + "\",\"controlType\":\""
        + kind
        + "\","
        + content
        + "}";
  }

  @Test
  void aSessionOfControls() throws Exception {
    DerSupport der =
        new DerSupport(
            EnumSet.complementOf(EnumSet.of(DerControl.VOLT_VAR)),
            22_000,
            22_000,
            230,
            "Ebbflow",
            "bench");
    try (NodeBackOffice server = NodeBackOffice.start("ocpp2.1");
        OcppBackOffice link =
            OcppBackOffice.open(
                OcppConfig.builder(
                        URI.create("ws://127.0.0.1:" + server.port + "/ocpp"),
                        "EB01",
                        folder.resolve("link.db"))
                    .versions(WireVersion.V21)
                    .station("Ebbflow", "Bench", "S1", "0.1.0")
                    .outlets(
                        new Outlet(
                            "cCCS2",
                            true,
                            new Electrical(400, 1, 22_000, 22_000),
                            false,
                            false,
                            der))
                    .build(),
                LinkClock.system(),
                (d, type, id, action, payload) -> {})) {
      link.start(commands::add);
      assertTrue(expect(BackOfficeCommand.LinkChanged.class).online());
      controls(server);
      reactive(server);
      alarms(server, link);
      List<JsonNode> refused =
          server.all().stream()
              .filter(e -> e.get("event").asText().matches("invalid|bad"))
              .toList();
      assertEquals(List.of(), refused);
    }
  }

  private void controls(NodeBackOffice server) throws InterruptedException {
    String curve =
        "\"curve\":{\"priority\":1,\"yUnit\":\"PctMaxW\",\"responseTime\":2,"
            + "\"hysteresis\":{\"hysteresisHigh\":50.1,\"hysteresisLow\":49.9,"
            + "\"hysteresisDelay\":60,\"hysteresisGradient\":10},"
            + "\"curveData\":[{\"x\":50.2,\"y\":100},{\"x\":51.5,\"y\":0}]%s}";
    assertEquals(
        "Accepted",
        status(server.call("SetDERControl", set("d", true, "FreqWatt", curve.formatted("")))));
    assertEquals("d", expect(BackOfficeCommand.GridRules.class).rules().getFirst().control());
    String soon = ",\"startTime\":\"" + Instant.now().minusSeconds(1) + "\",\"duration\":3";
    assertEquals(
        "Accepted",
        status(server.call("SetDERControl", set("s", false, "FreqWatt", curve.formatted(soon)))));
    assertTrue(server.awaitCall("NotifyDERStartStop").get("started").asBoolean());
    assertEquals(
        "Accepted",
        status(
            server.call(
                "SetDERControl",
                set(
                    "l",
                    true,
                    "LimitMaxDischarge",
                    "\"limitMaxDischarge\":{\"priority\":0,\"pctMaxDischargePower\":70,"
                        + "\"powerMonitoringMustTrip\":{\"priority\":0,"
                        + "\"yUnit\":\"Not_Applicable\",\"curveData\":[{\"x\":80,\"y\":5}]}}"))));
    assertEquals(
        "NotSupported",
        status(server.call("SetDERControl", set("v", true, "VoltVar", curve.formatted("")))));
    assertEquals(
        "Accepted", status(server.call("GetDERControl", "{\"requestId\":4,\"isDefault\":true}")));
    JsonNode report = server.awaitCall("ReportDERControl");
    assertEquals(4, report.get("requestId").asInt());
    assertEquals("l", report.get("limitMaxDischarge").get(0).get("id").asText());
    assertEquals("d", report.get("curve").get(0).get("id").asText());
    assertTrue(!server.awaitCall("NotifyDERStartStop").get("started").asBoolean());
    assertEquals("Accepted", status(server.call("ClearDERControl", "{\"isDefault\":true}")));
    assertEquals("NotFound", status(server.call("GetDERControl", "{\"requestId\":5}")));
  }

  /** Every kind of reactive control, set, told to the outlet, reported and cleared. */
  private void reactive(NodeBackOffice server) throws InterruptedException {
    String factor = "{\"priority\":%d,\"displacement\":0.95,\"excitation\":%b}";
    accepted(server, "a", "FixedPFAbsorb", "\"fixedPFAbsorb\":" + factor.formatted(3, true));
    accepted(server, "i", "FixedPFInject", "\"fixedPFInject\":" + factor.formatted(3, false));
    accepted(
        server,
        "f",
        "FixedVar",
        "\"fixedVar\":{\"priority\":2,\"setpoint\":-40,\"unit\":\"PctMaxVar\"}");
    accepted(
        server,
        "w",
        "WattPF",
        "\"curve\":{\"priority\":1,\"yUnit\":\"Not_Applicable\","
            + "\"curveData\":[{\"x\":50,\"y\":1},{\"x\":100,\"y\":0.9}]}");
    accepted(
        server,
        "v",
        "WattVar",
        "\"curve\":{\"priority\":0,\"yUnit\":\"PctVarAvail\",\"responseTime\":3,"
            + "\"curveData\":[{\"x\":-100,\"y\":44},{\"x\":100,\"y\":-44}]}");
    List<String> holding =
        Stream.generate(() -> next(BackOfficeCommand.GridRules.class))
            .map(rules -> rules.rules().stream().map(GridRule::control).toList())
            .filter(ids -> ids.contains("v"))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of("v"), holding, "of reactive controls one holds");
    assertEquals("Accepted", status(server.call("GetDERControl", "{\"requestId\":6}")));
    JsonNode report = server.awaitCall("ReportDERControl");
    assertEquals("a", report.get("fixedPFAbsorb").get(0).get("id").asText());
    assertEquals("i", report.get("fixedPFInject").get(0).get("id").asText());
    assertEquals(-40, report.get("fixedVar").get(0).get("fixedVar").get("setpoint").asInt());
    assertEquals(2, report.get("curve").size());
    assertEquals("Accepted", status(server.call("ClearDERControl", "{\"isDefault\":true}")));
  }

  private static void accepted(NodeBackOffice server, String id, String kind, String content) {
    assertEquals("Accepted", status(server.call("SetDERControl", set(id, true, kind, content))));
  }

  private <T extends BackOfficeCommand> T next(Class<T> type) {
    try {
      return expect(type);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void alarms(NodeBackOffice server, OcppBackOffice link) {
    for (boolean ended : List.of(false, true)) {
      link.report(
          new StationEvent.GridAlarm(
              1,
              DerControl.FREQ_WATT,
              Optional.of(GridEventFault.OVER_FREQUENCY),
              ended,
              "50.9 Hz",
              Instant.now()));
      assertEquals(ended, server.awaitCall("NotifyDERAlarm").path("alarmEnded").asBoolean());
    }
  }
}
