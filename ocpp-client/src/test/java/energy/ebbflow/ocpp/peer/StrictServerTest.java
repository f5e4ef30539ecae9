package energy.ebbflow.ocpp.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.OcppBackOffice;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.MeterSample;
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
 * A whole session against npm's ocpp-rpc in strict mode, which refuses every frame out of schema.
 */
class StrictServerTest {
  @TempDir Path folder = Path.of("");

  private final LinkedBlockingQueue<BackOfficeCommand> commands = new LinkedBlockingQueue<>();

  private OcppBackOffice open(NodeBackOffice server, WireVersion... versions) {
    OcppConfig config =
        OcppConfig.builder(
                URI.create("ws://127.0.0.1:" + server.port + "/ocpp"),
                "EB 01",
                folder.resolve("link.db"))
            .versions(versions)
            .station("Ebbflow", "Bench", "S1", "0.1.0")
            .outlets(new Outlet("cCCS2", true, new Electrical(400, 1, 22_000, 22_000)))
            .build();
    return OcppBackOffice.open(config, LinkClock.system(), (d, type, id, action, payload) -> {});
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

  private static MeterSample sample(double imported, double exported, double watts) {
    return new MeterSample(
        Instant.now(),
        imported,
        exported,
        watts,
        List.of(watts / 400),
        List.of(400.0),
        Optional.of(watts),
        Optional.of(54.5));
  }

  private static StationEvent.Transaction event(
      Kind kind, String trigger, String state, Optional<String> stop, MeterSample... samples) {
    return new StationEvent.Transaction(
        kind,
        "tx-1",
        trigger,
        state,
        1,
        1,
        Optional.of(new IdToken("DE-ABC-C12345678-9", "eMAID")),
        Optional.of(7),
        stop,
        Instant.now(),
        List.of(samples));
  }

  @ParameterizedTest
  @EnumSource(
      value = WireVersion.class,
      names = {"V201", "V21"})
  void wholeSession(WireVersion version) throws Exception {
    try (NodeBackOffice server = NodeBackOffice.start(version.subprotocol());
        OcppBackOffice link = open(server, WireVersion.V21, WireVersion.V201)) {
      link.start(commands::add);
      assertEquals(
          version.subprotocol(), server.await("connected", e -> true).get("protocol").asText());
      assertTrue(expect(BackOfficeCommand.LinkChanged.class).online());
      link.report(
          new StationEvent.ConnectorStatus(
              1, 1, StationEvent.ConnectorStatus.Status.AVAILABLE, Instant.now()));
      server.awaitCall("StatusNotification");
      link.report(new StationEvent.AuthorisationQuestion(3, 1, new IdToken("AABB", "ISO14443")));
      assertTrue(expect(BackOfficeCommand.AuthorisationAnswer.class).accepted());

      JsonNode transaction = session(server, link);
      assertEquals(3, transaction.get("seqNo").asInt());
      remoteControl(server, link, version);

      List<JsonNode> refused =
          server.all().stream()
              .filter(e -> e.get("event").asText().matches("invalid|bad"))
              .toList();
      assertEquals(List.of(), refused);
      assertEquals(0, link.queued());
      assertFalse(link.openTransactions().size() > 0);
    }
  }

  private JsonNode session(NodeBackOffice server, OcppBackOffice link) {
    link.report(
        event(Kind.STARTED, "RemoteStart", "EVConnected", Optional.empty(), sample(100, 50, 0)));
    link.report(
        new StationEvent.ChargingNeeds(
            1,
            "DC_BPT",
            "DynamicControl",
            true,
            Optional.of(Instant.now().plusSeconds(3600)),
            Optional.of(11_000.0),
            Optional.of(10_000.0),
            Optional.of(200.0),
            Optional.of(450.0),
            Optional.of(30.0),
            Optional.of(25.0),
            Optional.of(20_000.0),
            Optional.of(30_000.0),
            Optional.of(-10_000.0),
            Optional.of(54.5)));
    link.report(
        event(
            Kind.UPDATED,
            "ChargingStateChanged",
            "Charging",
            Optional.empty(),
            sample(200, 50, 9_000)));
    link.report(
        event(
            Kind.UPDATED,
            "OperationModeChanged",
            "Charging",
            Optional.empty(),
            sample(200, 80, -9_000)));
    link.report(new StationEvent.Fault(1, "OverVoltage", "bus at 520 V", false, Instant.now()));
    link.report(
        event(Kind.ENDED, "RemoteStop", "EVConnected", Optional.of("Remote"), sample(200, 90, 0)));
    server.awaitCall("TransactionEvent");
    return server
        .await(
            "call",
            e ->
                e.get("method").asText().equals("TransactionEvent")
                    && e.get("params").get("eventType").asText().equals("Ended"))
        .get("params");
  }

  private void remoteControl(NodeBackOffice server, OcppBackOffice link, WireVersion version)
      throws InterruptedException {
    assertEquals("Accepted", status(server.call("GetBaseReport", full(1))));
    server.awaitCall("NotifyReport");
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                BackOfficeCommand.Start start = expect(BackOfficeCommand.Start.class);
                link.report(new StationEvent.CommandResult(start.command(), true, ""));
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    assertEquals(
        "Accepted",
        status(
            server.call(
                "RequestStartTransaction",
                "{\"remoteStartId\":8,\"evseId\":1,"
                    + "\"idToken\":{\"idToken\":\"AABB\",\"type\":\"ISO14443\"}}")));
    String period =
        version == WireVersion.V21
            ? "{\"startPeriod\":0,\"operationMode\":\"CentralSetpoint\",\"setpoint\":-5000,"
                + "\"limit\":11000,\"dischargeLimit\":-8000}"
            : "{\"startPeriod\":0,\"limit\":11000,\"customData\":{"
                + "\"vendorId\":\"energy.ebbflow.v2x\",\"operationMode\":\"CentralSetpoint\","
                + "\"setpoint\":-5000,\"dischargeLimit\":-8000}}";
    assertEquals(
        "Accepted",
        status(
            server.call(
                "SetChargingProfile",
                "{\"evseId\":1,\"chargingProfile\":{\"id\":1,\"stackLevel\":0,"
                    + "\"chargingProfilePurpose\":\"TxDefaultProfile\","
                    + "\"chargingProfileKind\":\"Relative\",\"chargingSchedule\":[{\"id\":1,"
                    + "\"chargingRateUnit\":\"W\",\"chargingSchedulePeriod\":["
                    + period
                    + "]}]}}")));
    BackOfficeCommand.PowerBounds bounds = expect(BackOfficeCommand.PowerBounds.class);
    assertEquals(
        Optional.of(
            new BackOfficeCommand.PowerBounds.Quantity(
                -5000, BackOfficeCommand.PowerBounds.Unit.WATT)),
        bounds.setpoint());
    assertEquals("CentralSetpoint", bounds.operationMode());
    assertEquals(
        "Accepted", status(server.call("GetCompositeSchedule", "{\"duration\":60,\"evseId\":1}")));
    assertEquals(
        "Accepted",
        status(server.call("GetChargingProfiles", "{\"requestId\":4,\"chargingProfile\":{}}")));
    server.awaitCall("ReportChargingProfiles");
    assertEquals(
        "Accepted",
        status(
            server.call(
                "SendLocalList",
                "{\"versionNumber\":1,\"updateType\":\"Full\",\"localAuthorizationList\":["
                    + "{\"idToken\":{\"idToken\":\"AABB\",\"type\":\"ISO14443\"},"
                    + "\"idTokenInfo\":{\"status\":\"Accepted\"}}]}")));
    assertEquals(
        1, server.call("GetLocalListVersion", "{}").get("result").get("versionNumber").asInt());
    assertEquals("Accepted", status(server.call("ClearCache", "{}")));
    assertEquals(
        "NotImplemented",
        server.call("GetDisplayMessages", "{\"requestId\":1}").get("code").asText());
  }

  /** States and transactions are told in an order that depends on what is on its way. */
  private JsonNode called(NodeBackOffice server, String action, String status) {
    server.rewind();
    return server
        .await(
            "call",
            e ->
                e.get("method").asText().equals(action)
                    && e.get("params").path("status").asText().equals(status))
        .get("params");
  }

  /**
   * A session in 1.6: the number of the back office, nine connector states, V2G by DataTransfer.
   */
  @Test
  void wholeSessionIn16() throws Exception {
    try (NodeBackOffice server = NodeBackOffice.start("ocpp1.6");
        OcppBackOffice link = open(server, WireVersion.V21, WireVersion.V16)) {
      link.start(commands::add);
      server.await("connected", e -> e.get("protocol").asText().equals("ocpp1.6"));
      assertTrue(expect(BackOfficeCommand.LinkChanged.class).online());
      link.report(
          new StationEvent.ConnectorStatus(
              1, 1, StationEvent.ConnectorStatus.Status.OCCUPIED, Instant.now()));
      called(server, "StatusNotification", "Preparing");
      link.report(new StationEvent.AuthorisationQuestion(3, 1, new IdToken("AABB", "ISO14443")));
      assertTrue(expect(BackOfficeCommand.AuthorisationAnswer.class).accepted());
      link.report(
          event(Kind.STARTED, "Authorized", "EVConnected", Optional.empty(), sample(100, 50, 0)));
      assertEquals(100, server.awaitCall("StartTransaction").get("meterStart").asInt());
      link.report(
          event(
              Kind.UPDATED,
              "ChargingStateChanged",
              "Charging",
              Optional.empty(),
              sample(200, 50, 9_000)));
      assertEquals(41, server.awaitCall("MeterValues").get("transactionId").asInt());
      called(server, "StatusNotification", "Charging");
      setpointIn16(server);
      stopIn16(server, link);
      List<JsonNode> refused =
          server.all().stream()
              .filter(e -> e.get("event").asText().matches("invalid|bad"))
              .toList();
      assertEquals(List.of(), refused);
      assertEquals(0, link.queued());
    }
  }

  private void setpointIn16(NodeBackOffice server) throws InterruptedException {
    String profile =
        "{\\\"evseId\\\":1,\\\"chargingProfile\\\":{\\\"id\\\":5,\\\"stackLevel\\\":0,"
            + "\\\"chargingProfilePurpose\\\":\\\"TxProfile\\\",\\\"transactionId\\\":\\\"41\\\","
            + "\\\"chargingProfileKind\\\":\\\"Relative\\\",\\\"chargingSchedule\\\":[{\\\"id\\\":1,"
            + "\\\"chargingRateUnit\\\":\\\"W\\\",\\\"chargingSchedulePeriod\\\":[{\\\"startPeriod\\\":0,"
            + "\\\"operationMode\\\":\\\"CentralSetpoint\\\",\\\"setpoint\\\":-5000}]}]}}";
    assertEquals(
        "Accepted",
        status(
            server.call(
                "DataTransfer",
                "{\"vendorId\":\"energy.ebbflow.v2x\",\"messageId\":\"SetChargingProfile\","
                    + "\"data\":\""
                    + profile
                    + "\"}")));
    BackOfficeCommand.PowerBounds bounds = expect(BackOfficeCommand.PowerBounds.class);
    assertEquals(-5000, bounds.setpoint().orElseThrow().value());
    assertEquals(
        "Accepted",
        status(
            server.call(
                "SetChargingProfile",
                "{\"connectorId\":1,\"csChargingProfiles\":{\"chargingProfileId\":6,"
                    + "\"stackLevel\":0,\"chargingProfilePurpose\":\"TxProfile\","
                    + "\"chargingProfileKind\":\"Absolute\",\"chargingSchedule\":{"
                    + "\"chargingRateUnit\":\"A\",\"chargingSchedulePeriod\":["
                    + "{\"startPeriod\":0,\"limit\":10.5}]}}}")));
    BackOfficeCommand.PowerBounds amps = expect(BackOfficeCommand.PowerBounds.class);
    assertEquals(10.5, amps.chargeLimit().orElseThrow().value());
    assertEquals(
        "Accepted",
        status(server.call("GetCompositeSchedule", "{\"connectorId\":1,\"duration\":60}")));
    assertEquals("Accepted", status(server.call("ClearChargingProfile", "{\"stackLevel\":0}")));
  }

  private void stopIn16(NodeBackOffice server, OcppBackOffice link) throws InterruptedException {
    JsonNode keys =
        server.call("GetConfiguration", "{\"key\":[\"HeartbeatInterval\",\"Unknown\"]}");
    assertEquals("Unknown", keys.get("result").get("unknownKey").get(0).asText());
    assertEquals(
        "Accepted",
        status(
            server.call(
                "ChangeConfiguration", "{\"key\":\"MeterValueSampleInterval\",\"value\":\"7\"}")));
    assertEquals(7, link.sampleIntervalSeconds());
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                BackOfficeCommand.Stop stop = expect(BackOfficeCommand.Stop.class);
                link.report(new StationEvent.CommandResult(stop.command(), true, ""));
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    assertEquals(
        "Accepted", status(server.call("RemoteStopTransaction", "{\"transactionId\":41}")));
    link.report(
        event(Kind.ENDED, "RemoteStop", "Idle", Optional.of("Remote"), sample(1_200.6, 90, 0)));
    JsonNode stop = server.awaitCall("StopTransaction");
    called(server, "StatusNotification", "Finishing");
    assertEquals(1_201, stop.get("meterStop").asInt());
    assertEquals("Remote", stop.get("reason").asText());
    assertEquals(
        "SignedData",
        stop.get("transactionData")
            .get(0)
            .get("sampledValue")
            .findValuesAsText("format")
            .getFirst());
    assertEquals(
        "Rejected", status(server.call("RemoteStopTransaction", "{\"transactionId\":41}")));
  }

  private static String full(int request) {
    return "{\"requestId\":" + request + ",\"reportBase\":\"FullInventory\"}";
  }

  private static String status(JsonNode answer) {
    assertTrue(answer.has("result"), () -> "an error came: " + answer);
    return answer.get("result").get("status").asText();
  }
}
