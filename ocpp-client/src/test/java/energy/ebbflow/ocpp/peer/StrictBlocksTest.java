package energy.ebbflow.ocpp.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.OcppBackOffice;
import energy.ebbflow.ocpp.certificate.TestRoot;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.errand.DiagnosticsSource;
import energy.ebbflow.ocpp.errand.StationPorts;
import energy.ebbflow.ocpp.json.StrictJson;
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
 * Certificates, network profiles, firmware, logs and reservations against npm's ocpp-rpc in strict
 * mode, which refuses every frame out of schema.
 */
class StrictBlocksTest {
  private static final DiagnosticsSource NOTHING = (from, to, out) -> {};

  @TempDir Path folder = Path.of("");

  private final LinkedBlockingQueue<BackOfficeCommand> commands = new LinkedBlockingQueue<>();

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
        new StationPorts(Optional.empty(), Optional.of(NOTHING)));
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

  private static String install(String use, TestRoot root) {
    return StrictJson.write(
        StrictJson.object().put("certificateType", use).put("certificate", root.pem()));
  }

  private void online(NodeBackOffice server, OcppBackOffice link) throws InterruptedException {
    link.start(commands::add);
    assertTrue(expect(BackOfficeCommand.LinkChanged.class).online());
    link.report(
        new StationEvent.ConnectorStatus(
            1, 1, StationEvent.ConnectorStatus.Status.AVAILABLE, Instant.now()));
    server.awaitCall("StatusNotification");
  }

  private static void nothingRefused(NodeBackOffice server) {
    List<JsonNode> refused =
        server.all().stream().filter(e -> e.get("event").asText().matches("invalid|bad")).toList();
    assertEquals(List.of(), refused);
  }

  @ParameterizedTest
  @EnumSource(
      value = WireVersion.class,
      names = {"V201", "V21"})
  void blocksOf2(WireVersion version) throws Exception {
    try (NodeBackOffice server = NodeBackOffice.start(version.subprotocol());
        OcppBackOffice link = open(server, version)) {
      online(server, link);
      server.script("SignCertificate", "{\"reply\":{\"status\":\"Accepted\"}}");
      certificates(server);
      assertEquals(
          "Accepted",
          status(
              server.call(
                  "ReserveNow",
                  "{\"id\":4,\"expiryDateTime\":\""
                      + Instant.now().plusSeconds(2)
                      + "\",\"idToken\":{\"idToken\":\"A\",\"type\":\"ISO14443\"}}")));
      server.awaitCall("ReservationStatusUpdate");
      assertEquals("Rejected", status(server.call("CancelReservation", "{\"reservationId\":4}")));
      files(server);
      profile(server);
      vehicles(server, link);
      nothingRefused(server);
    }
  }

  private static void certificates(NodeBackOffice server) {
    TestRoot root = new TestRoot("Root", Instant.now().plusSeconds(90_000), true);
    assertEquals(
        "Accepted",
        status(server.call("InstallCertificate", install("CSMSRootCertificate", root))));
    JsonNode ids =
        server.call(
            "GetInstalledCertificateIds", "{\"certificateType\":[\"CSMSRootCertificate\"]}");
    assertEquals("Accepted", status(ids));
    ObjectNode trigger =
        StrictJson.object().put("requestedMessage", "SignChargingStationCertificate");
    assertEquals("Accepted", status(server.call("TriggerMessage", StrictJson.write(trigger))));
    String csr = server.awaitCall("SignCertificate").get("csr").asText();
    ObjectNode signed =
        StrictJson.object()
            .put("certificateChain", root.sign(csr, Instant.now().plusSeconds(80_000_000)))
            .put("certificateType", "ChargingStationCertificate");
    assertEquals("Accepted", status(server.call("CertificateSigned", StrictJson.write(signed))));
    JsonNode hash = ids.get("result").get("certificateHashDataChain").get(0);
    assertEquals(
        "Accepted",
        status(
            server.call(
                "DeleteCertificate",
                "{\"certificateHashData\":"
                    + StrictJson.write(hash.get("certificateHashData"))
                    + "}")));
    assertEquals(
        "NotFound",
        status(
            server.call(
                "GetInstalledCertificateIds", "{\"certificateType\":[\"CSMSRootCertificate\"]}")));
  }

  private static void files(NodeBackOffice server) {
    assertEquals(
        "Accepted",
        status(
            server.call(
                "GetLog",
                "{\"logType\":\"SecurityLog\",\"requestId\":1,\"retries\":0,"
                    + "\"log\":{\"remoteLocation\":\"http://127.0.0.1:1/\"}}")));
    server.awaitCall("LogStatusNotification");
    assertEquals("UploadFailure", server.awaitCall("LogStatusNotification").get("status").asText());
    assertEquals(
        "Rejected",
        status(
            server.call(
                "UpdateFirmware",
                "{\"requestId\":1,\"firmware\":{\"location\":\"http://127.0.0.1:1/f\","
                    + "\"retrieveDateTime\":\"2026-03-01T12:00:00Z\"}}")),
        "there is no installer");
    assertEquals(
        "Accepted",
        status(
            server.call(
                "TriggerMessage", "{\"requestedMessage\":\"FirmwareStatusNotification\"}")));
    assertEquals("Idle", server.awaitCall("FirmwareStatusNotification").get("status").asText());
  }

  private static void profile(NodeBackOffice server) {
    String data =
        "{\"configurationSlot\":%d,\"connectionData\":{\"ocppVersion\":\"OCPP20\","
            + "\"ocppInterface\":\"Wired0\",\"ocppTransport\":\"JSON\","
            + "\"messageTimeout\":30,\"ocppCsmsUrl\":\"ws://other/ocpp\","
            + "\"securityProfile\":1}}";
    assertEquals("Rejected", status(server.call("SetNetworkProfile", data.formatted(9))));
  }

  private void vehicles(NodeBackOffice server, OcppBackOffice link) throws InterruptedException {
    server.script(
        "Get15118EVCertificate", "{\"reply\":{\"status\":\"Accepted\",\"exiResponse\":\"BBBB\"}}");
    link.report(
        new StationEvent.VehicleCertificateQuestion(
            1, "urn:iso:15118:2:2013:MsgDef", false, "AAAA", Optional.empty(), List.of()));
    assertEquals("BBBB", expect(BackOfficeCommand.VehicleCertificateAnswer.class).exiResponse());
    server.script(
        "Authorize",
        "{\"reply\":{\"idTokenInfo\":{\"status\":\"Accepted\"},"
            + "\"certificateStatus\":\"CertificateRevoked\"}}");
    link.report(
        new StationEvent.ContractQuestion(
            2, 1, new IdToken("DE-ABC-C1", "eMAID"), Optional.of("pem"), List.of()));
    BackOfficeCommand.AuthorisationAnswer said =
        expect(BackOfficeCommand.AuthorisationAnswer.class);
    assertEquals("CertificateRevoked", said.status());
    assertTrue(!said.accepted(), "C07.FR.02: an accepted token with a revoked certificate");
  }

  @Test
  void blocksOf16() throws Exception {
    try (NodeBackOffice server = NodeBackOffice.start("ocpp1.6");
        OcppBackOffice link = open(server, WireVersion.V16)) {
      online(server, link);
      server.script("SignCertificate", "{\"reply\":{\"status\":\"Accepted\"}}");
      certificatesOf16(server);
      assertEquals(
          "Accepted",
          status(
              server.call(
                  "ReserveNow",
                  "{\"connectorId\":1,\"reservationId\":4,\"idTag\":\"A\",\"expiryDate\":\""
                      + Instant.now().plusSeconds(60)
                      + "\"}")));
      assertEquals("Accepted", status(server.call("CancelReservation", "{\"reservationId\":4}")));
      assertTrue(
          server
              .call("GetDiagnostics", "{\"location\":\"http://127.0.0.1:1/\",\"retries\":0}")
              .get("result")
              .has("fileName"));
      server.awaitCall("DiagnosticsStatusNotification");
      assertEquals(
          "UploadFailed", server.awaitCall("DiagnosticsStatusNotification").get("status").asText());
      server.call(
          "UpdateFirmware",
          "{\"location\":\"http://127.0.0.1:1/\",\"retrieveDate\":\"2026-03-01T12:00:00Z\"}");
      assertEquals(
          "DownloadFailed", server.awaitCall("FirmwareStatusNotification").get("status").asText());
      assertEquals(
          "Accepted",
          status(
              server.call(
                  "GetLog",
                  "{\"logType\":\"SecurityLog\",\"requestId\":1,\"retries\":0,"
                      + "\"log\":{\"remoteLocation\":\"http://127.0.0.1:1/\"}}")));
      server.awaitCall("LogStatusNotification");
      plugAndCharge(server, link);
      nothingRefused(server);
    }
  }

  private static void certificatesOf16(NodeBackOffice server) {
    TestRoot root = new TestRoot("Root", Instant.now().plusSeconds(90_000), true);
    assertEquals(
        "Accepted",
        status(server.call("InstallCertificate", install("CentralSystemRootCertificate", root))));
    JsonNode ids =
        server.call(
            "GetInstalledCertificateIds", "{\"certificateType\":\"CentralSystemRootCertificate\"}");
    assertEquals("Accepted", status(ids));
    assertEquals(
        "Accepted",
        status(
            server.call(
                "ExtendedTriggerMessage",
                "{\"requestedMessage\":\"SignChargePointCertificate\"}")));
    String csr = server.awaitCall("SignCertificate").get("csr").asText();
    ObjectNode signed =
        StrictJson.object()
            .put("certificateChain", root.sign(csr, Instant.now().plusSeconds(80_000_000)));
    assertEquals("Accepted", status(server.call("CertificateSigned", StrictJson.write(signed))));
    assertEquals(
        "Accepted",
        status(
            server.call(
                "DeleteCertificate",
                "{\"certificateHashData\":"
                    + StrictJson.write(ids.get("result").get("certificateHashData").get(0))
                    + "}")));
  }

  /** The whitepaper's messages inside DataTransfer, both ways. */
  private void plugAndCharge(NodeBackOffice server, OcppBackOffice link)
      throws InterruptedException {
    TestRoot root = new TestRoot("V2G", Instant.now().plusSeconds(90_000), true);
    ObjectNode transfer =
        StrictJson.object()
            .put("vendorId", "org.openchargealliance.iso15118pnc")
            .put("messageId", "InstallCertificate")
            .put("data", install("V2GRootCertificate", root));
    JsonNode answer = server.call("DataTransfer", StrictJson.write(transfer));
    assertEquals("Accepted", status(answer));
    assertTrue(answer.get("result").get("data").asText().contains("Accepted"));
    server.script(
        "DataTransfer",
        "{\"reply\":{\"status\":\"Accepted\",\"data\":"
            + "\"{\\\"status\\\":\\\"Accepted\\\",\\\"exiResponse\\\":\\\"BBBB\\\"}\"}}");
    link.report(
        new StationEvent.VehicleCertificateQuestion(
            1, "urn:iso:15118:2:2013:MsgDef", false, "AAAA", Optional.empty(), List.of()));
    assertEquals("BBBB", expect(BackOfficeCommand.VehicleCertificateAnswer.class).exiResponse());
    server.script("DataTransfer", "{\"reply\":{\"status\":\"UnknownVendorId\"}}");
    link.report(
        new StationEvent.VehicleCertificateQuestion(
            2, "urn:iso:15118:2:2013:MsgDef", true, "AAAA", Optional.empty(), List.of()));
    assertTrue(!expect(BackOfficeCommand.VehicleCertificateAnswer.class).accepted());
  }
}
