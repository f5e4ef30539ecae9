package energy.ebbflow.ocpp.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.OcppBackOffice;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.profile.Electrical;
import energy.ebbflow.ocpp.transport.LinkClock;
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

/** What is told by the clock, against npm's ocpp-rpc in strict mode, in real time. */
class StrictMonitoringTest {
  @TempDir Path folder = Path.of("");

  private final LinkedBlockingQueue<BackOfficeCommand> commands = new LinkedBlockingQueue<>();

  private OcppBackOffice open(NodeBackOffice server, WireVersion version) {
    return OcppBackOffice.open(
        OcppConfig.builder(
                URI.create("ws://127.0.0.1:" + server.port + "/ocpp"),
                "EB01",
                folder.resolve("link.db"))
            .versions(version)
            .station("Ebbflow", "Bench", "S1", "0.1.0")
            .outlets(new Outlet("sType2", false, new Electrical(230, 3, 22_000, 0)))
            .build(),
        LinkClock.system(),
        (d, type, id, action, payload) -> {});
  }

  private void online(OcppBackOffice link) throws InterruptedException {
    link.start(commands::add);
    while (true) {
      BackOfficeCommand next = commands.poll(20, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("the link did not come up");
      }
      if (next instanceof BackOfficeCommand.LinkChanged changed && changed.online()) {
        return;
      }
    }
  }

  private static void nothingRefused(NodeBackOffice server) {
    assertEquals(
        List.of(),
        server.all().stream()
            .filter(e -> e.get("event").asText().matches("invalid|bad|closed"))
            .toList());
  }

  /**
   * N11 to N15: values of every second go two by two, without an answer. The peer does not know the
   * kind of message and says so, which disturbs nothing.
   */
  @Test
  void aPeriodicEventStream() throws Exception {
    try (NodeBackOffice server = NodeBackOffice.start("ocpp2.1");
        OcppBackOffice link = open(server, WireVersion.V21)) {
      online(link);
      JsonNode monitor =
          server
              .call(
                  "SetVariableMonitoring",
                  "{\"setMonitoringData\":[{\"type\":\"Periodic\",\"value\":1,\"severity\":5,"
                      + "\"periodicEventStream\":{\"values\":2},"
                      + "\"component\":{\"name\":\"EVSE\",\"evse\":{\"id\":1}},"
                      + "\"variable\":{\"name\":\"Power\"}}]}")
              .at("/result/setMonitoringResult/0");
      assertEquals("Accepted", monitor.get("status").asText(), monitor::toString);
      JsonNode stream = server.awaitCall("OpenPeriodicEventStream").get("constantStreamData");
      assertEquals(monitor.get("id"), stream.get("variableMonitoringId"));
      for (int i = 0; i < 2; i++) {
        JsonNode told = server.await("send", e -> true);
        assertEquals("NotifyPeriodicEventStream", told.get("method").asText());
        assertEquals(stream.get("id"), told.at("/params/id"));
        assertEquals(2, told.at("/params/data").size(), told::toString);
      }
      JsonNode shown = server.call("GetPeriodicEventStream", "{}").get("result");
      assertEquals(stream.get("id"), shown.at("/constantStreamData/0/id"));
      JsonNode adjusted =
          server.call(
              "AdjustPeriodicEventStream",
              "{\"id\":" + stream.get("id") + ",\"params\":{\"values\":3}}");
      assertEquals("Accepted", adjusted.at("/result/status").asText());
      server.await("send", e -> e.at("/params/data").size() == 3);
      server.call("ClearVariableMonitoring", "{\"id\":[" + monitor.get("id").asInt() + "]}");
      assertEquals(stream.get("id"), server.awaitCall("ClosePeriodicEventStream").get("id"));
      nothingRefused(server);
    }
  }

  /** J01: an outlet without a transaction tells its registers at times of the clock. */
  @ParameterizedTest
  @EnumSource(
      value = WireVersion.class,
      names = {"V201", "V21"})
  void clockAlignedValuesOfAnIdleOutlet(WireVersion version) throws Exception {
    try (NodeBackOffice server = NodeBackOffice.start(version.subprotocol());
        OcppBackOffice link = open(server, version)) {
      online(link);
      JsonNode set =
          server.call(
              "SetVariables",
              "{\"setVariableData\":[{\"attributeValue\":\"5\",\"component\":{\"name\":"
                  + "\"AlignedDataCtrlr\"},\"variable\":{\"name\":\"Interval\"}}]}");
      assertEquals("Accepted", set.at("/result/setVariableResult/0/attributeStatus").asText());
      link.report(
          new StationEvent.IdleReading(
              1,
              new MeterSample(
                  Instant.now(),
                  1_234,
                  56,
                  0,
                  List.of(),
                  List.of(),
                  Optional.empty(),
                  Optional.empty())));
      JsonNode told = server.awaitCall("MeterValues");
      assertEquals(1, told.get("evseId").asInt());
      JsonNode value = told.at("/meterValue/0");
      assertEquals("Sample.Clock", value.at("/sampledValue/0/context").asText());
      assertEquals(1_234, value.at("/sampledValue/0/value").asDouble());
      assertEquals(56, value.at("/sampledValue/1/value").asDouble());
      assertTrue(Instant.parse(value.get("timestamp").asText()).isBefore(Instant.now()));
      nothingRefused(server);
    }
  }
}
