package energy.ebbflow.ocpp.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.OcppBackOffice;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.der.DerSupport;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
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

/**
 * Blocks K and Q against npm's ocpp-rpc in strict mode, which refuses every frame out of schema.
 */
class StrictEnergyTest {
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
            .outlets(
                new Outlet(
                    "cCCS2",
                    true,
                    new Electrical(400, 1, 22_000, 22_000),
                    true,
                    true,
                    DerSupport.NONE))
            .build(),
        LinkClock.system(),
        (d, type, id, action, payload) -> {});
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

  private void charging(NodeBackOffice server, OcppBackOffice link) throws InterruptedException {
    link.start(commands::add);
    assertTrue(expect(BackOfficeCommand.LinkChanged.class).online());
    link.report(
        new StationEvent.Transaction(
            Kind.STARTED,
            "tx-1",
            "Authorized",
            "Charging",
            1,
            1,
            Optional.of(new IdToken("AABB", "ISO14443")),
            Optional.empty(),
            Optional.empty(),
            Instant.now(),
            List.of(),
            Optional.of("LocalFrequency"),
            Optional.of(true)));
    server.awaitCall("TransactionEvent");
  }

  private static void nothingRefused(NodeBackOffice server) {
    List<JsonNode> refused =
        server.all().stream().filter(e -> e.get("event").asText().matches("invalid|bad")).toList();
    assertEquals(List.of(), refused);
  }

  /** K11, K13, K09, K15: in both versions. */
  @ParameterizedTest
  @EnumSource(
      value = WireVersion.class,
      names = {"V201", "V21"})
  void limitsAndPlans(WireVersion version) throws Exception {
    try (NodeBackOffice server = NodeBackOffice.start(version.subprotocol());
        OcppBackOffice link = open(server, version)) {
      charging(server, link);
      link.report(
          new StationEvent.ExternalWord(
              "EMS",
              0,
              Optional.of(5_000.0),
              Optional.of(1_000.0),
              Optional.empty(),
              false,
              true,
              Optional.empty()));
      JsonNode limit = server.awaitCall("NotifyChargingLimit");
      assertEquals("EMS", limit.get("chargingLimit").get("chargingLimitSource").asText());
      assertTrue(limit.get("chargingLimit").get("isGridCritical").asBoolean());
      assertEquals(
          5_000, limit.at("/chargingSchedule/0/chargingSchedulePeriod/0/limit").asDouble());
      PowerBounds bounds = expect(PowerBounds.class);
      assertEquals(0, bounds.evse());
      assertEquals(5_000, bounds.chargeLimit().orElseThrow().value());
      assertEquals(
          "Accepted",
          status(
              server.call(
                  "GetChargingProfiles",
                  "{\"requestId\":4,\"chargingProfile\":{\"chargingLimitSource\":[\"EMS\"]}}")));
      JsonNode report = server.awaitCall("ReportChargingProfiles");
      assertEquals("EMS", report.get("chargingLimitSource").asText());
      assertEquals(
          "ChargingStationExternalConstraints",
          report.at("/chargingProfile/0/chargingProfilePurpose").asText());
      // K10: it is not the back office's to clear.
      assertEquals("Unknown", status(server.call("ClearChargingProfile", "{}")));
      link.report(
          new StationEvent.ExternalWord(
              "EMS",
              0,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              false,
              false,
              Optional.empty()));
      assertEquals(
          "EMS", server.awaitCall("ClearedChargingLimit").get("chargingLimitSource").asText());
      link.report(
          new StationEvent.VehicleSchedule(
              1,
              Instant.now(),
              List.of(
                  new StationEvent.VehicleSchedule.Span(0, 7_000),
                  new StationEvent.VehicleSchedule.Span(900, -2_000)),
              false,
              Optional.of(true)));
      JsonNode plan = server.awaitCall("NotifyEVChargingSchedule");
      assertEquals(7_000, plan.at("/chargingSchedule/chargingSchedulePeriod/0/limit").asDouble());
      assertEquals(version == WireVersion.V21, plan.has("powerToleranceAcceptance"));
      nothingRefused(server);
    }
  }

  /** K21, K28, Q08: 2.1 only. */
  @Test
  void dynamicPriorityAndFrequency() throws Exception {
    try (NodeBackOffice server = NodeBackOffice.start("ocpp2.1");
        OcppBackOffice link = open(server, WireVersion.V21)) {
      charging(server, link);
      assertEquals("Accepted", set(server, 3, 0, "Dynamic", "\"dynUpdateInterval\":1,", SETPOINT));
      assertEquals(1_000, expect(PowerBounds.class).setpoint().orElseThrow().value());
      server.awaitCall("PullDynamicScheduleUpdate");
      assertEquals(-3_000, expect(PowerBounds.class).setpoint().orElseThrow().value());
      assertEquals(
          "Accepted",
          status(
              server.call(
                  "UpdateDynamicSchedule",
                  "{\"chargingProfileId\":3,\"scheduleUpdate\":{\"setpoint\":2000}}")));
      assertEquals("Accepted", set(server, 4, 1, "Absolute", "", FREQUENCY));
      assertEquals(
          "Accepted",
          status(
              server.call(
                  "AFRRSignal",
                  "{\"timestamp\":\"" + Instant.now().minusSeconds(1) + "\",\"signal\":5}")));
      PowerBounds bounds = expect(PowerBounds.class);
      while (bounds.steering().frequency().filter(f -> f.signalWatts() != 0).isEmpty()) {
        bounds = expect(PowerBounds.class);
      }
      assertEquals(1_000, bounds.steering().frequency().orElseThrow().signalWatts());
      JsonNode composite =
          server.call("GetCompositeSchedule", "{\"evseId\":1,\"duration\":60}").get("result");
      assertEquals(
          "LocalFrequency",
          composite.at("/schedule/chargingSchedulePeriod/0/operationMode").asText());
      assertEquals(
          "NoProfile",
          status(
              server.call(
                  "UsePriorityCharging", "{\"transactionId\":\"tx-1\",\"activate\":true}")));
      JsonNode priority =
          server.call(
              "SetChargingProfile",
              "{\"evseId\":0,\"chargingProfile\":{\"id\":9,\"stackLevel\":0,"
                  + "\"chargingProfilePurpose\":\"PriorityCharging\",\"chargingProfileKind\":"
                  + "\"Relative\",\"chargingSchedule\":[{\"id\":1,\"chargingRateUnit\":\"W\","
                  + "\"chargingSchedulePeriod\":[{\"startPeriod\":0,\"limit\":22000}]}]}}");
      assertEquals("Accepted", status(priority));
      assertEquals(
          "Accepted",
          status(
              server.call(
                  "UsePriorityCharging", "{\"transactionId\":\"tx-1\",\"activate\":true}")));
      assertTrue(server.awaitCall("NotifyPriorityCharging").get("activated").asBoolean());
      nothingRefused(server);
    }
  }

  private static final String SETPOINT =
      "{\"startPeriod\":0,\"operationMode\":\"CentralSetpoint\",\"setpoint\":1000}";

  private static final String FREQUENCY =
      "{\"startPeriod\":0,\"operationMode\":\"LocalFrequency\",\"v2xBaseline\":0,"
          + "\"v2xFreqWattCurve\":[{\"frequency\":49.8,\"power\":-9000},"
          + "{\"frequency\":50.2,\"power\":9000}],"
          + "\"v2xSignalWattCurve\":[{\"signal\":-10,\"power\":-2000},{\"signal\":10,\"power\":2000}]}";

  private static String set(
      NodeBackOffice server, int id, int level, String kind, String more, String period) {
    return status(
        server.call(
            "SetChargingProfile",
            "{\"evseId\":1,\"chargingProfile\":{\"id\":"
                + id
                + ",\"stackLevel\":"
                + level
                + ",\"chargingProfilePurpose\":\"TxDefaultProfile\",\"chargingProfileKind\":\""
                + kind
                + "\","
                + more
                + "\"chargingSchedule\":[{\"id\":1,\"chargingRateUnit\":\"W\","
                + (kind.equals("Dynamic") ? "" : "\"startSchedule\":\"2020-01-01T00:00:00Z\",")
                + "\"chargingSchedulePeriod\":["
                + period
                + "]}]}}"));
  }
}
