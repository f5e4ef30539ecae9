package energy.ebbflow.ocpp.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.certificate.TestRoot;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.errand.Errand;
import energy.ebbflow.ocpp.errand.ErrandEnd.How;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.v2.certificate.CertificateUse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Firmware updates in 2.x: block L, by the OCA's test cases (part 6, TC_L). */
class FirmwareTest {
  private final Path folder;
  private final TestRoot maker = new TestRoot("Maker");
  private final TestRoot.Signer signer = maker.signer("EC", TestRoot.NOW.plusSeconds(1_000_000));
  private Bench bench;

  FirmwareTest(@TempDir Path folder) {
    this.folder = folder;
    this.bench = new Bench(folder).online();
    bench
        .station
        .certificates()
        .install(CertificateUse.MANUFACTURER_ROOT_CERTIFICATE, maker.pem(), Bench.START);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private ObjectNode order(int id, int retries) {
    ObjectNode request = StrictJson.object().put("requestId", id).put("retries", retries);
    request.put("retryInterval", 10);
    request
        .putObject("firmware")
        .put("location", "https://user:secret@files/firmware.bin")
        .put("retrieveDateTime", "2026-03-01T12:00:00Z")
        .put("signingCertificate", signer.pem())
        .put("signature", "AAAA");
    return request;
  }

  private String ordered(ObjectNode request) {
    return bench.asked("UpdateFirmware", StrictJson.write(request)).get("status").asText();
  }

  private void told(String status, int id) {
    JsonNode told = bench.reply("FirmwareStatusNotification", "{}");
    assertEquals(status, told.get("status").asText());
    assertEquals(id, told.get("requestId").asInt());
  }

  private void event(String kind) {
    assertEquals(kind, bench.reply("SecurityEventNotification", "{}").get("type").asText());
  }

  /**
   * TC_L_01: every step is told, in its order, up to the restart; then the new one proves itself.
   */
  @Test
  void aSecureUpdateTellsEveryStep() {
    bench.report(
        new StationEvent.ConnectorStatus(
            1, 1, StationEvent.ConnectorStatus.Status.AVAILABLE, Bench.START));
    bench.reply("StatusNotification", "{}");
    assertEquals("Accepted", ordered(order(7, 0)));
    told("Downloading", 7);
    bench.end(Errand.Download.class, How.DONE);
    told("Downloaded", 7);
    bench.end(Errand.Verify.class, How.DONE);
    told("SignatureVerified", 7);
    told("Installing", 7);
    assertFalse(bench.command(BackOfficeCommand.Availability.class).operative());
    bench.end(Errand.Install.class, How.DONE_AFTER_RESTART);
    told("InstallRebooting", 7);
    assertTrue(bench.command(BackOfficeCommand.Reset.class).immediately());
    bench.close();
    bench = new Bench(folder, "0.2.0");
    bench.link.start(bench.now());
    bench.link.opened("ocpp2.1", bench.now());
    bench.reply("BootNotification", Bench.boot("Accepted", 300));
    told("Installed", 7);
    bench.end(Errand.Confirm.class, How.DONE);
    assertTrue(bench.command(BackOfficeCommand.Availability.class).operative());
  }

  /** The boot loader went back: the firmware that runs is the one from before. */
  @Test
  void firmwareThatDidNotStartIsAFailure() {
    toRestart();
    bench.close();
    bench = new Bench(folder).online2();
    told("InstallationFailed", 7);
  }

  private void toRestart() {
    ordered(order(7, 0));
    bench.end(Errand.Download.class, How.DONE);
    bench.end(Errand.Verify.class, How.DONE);
    bench.end(Errand.Install.class, How.DONE_AFTER_RESTART);
  }

  /** Both sides of the hour: new firmware that nobody accepts goes back. */
  @Test
  void firmwareThatNobodyReachesIsRolledBack() {
    toRestart();
    bench.close();
    bench = new Bench(folder, "0.2.0");
    bench.link.start(bench.now());
    bench.pass(3_599);
    assertEquals(Map.of(), bench.errands);
    bench.pass(1);
    bench.end(Errand.RollBack.class, How.DONE_AFTER_RESTART);
    assertTrue(bench.command(BackOfficeCommand.Reset.class).immediately());
  }

  /** TC_L_02, L01.FR.16: both waits are told, and kept on both sides. */
  @Test
  void theBackOfficeChoosesWhen() {
    ObjectNode request = order(8, 0);
    ((ObjectNode) request.get("firmware"))
        .put("retrieveDateTime", "2026-03-01T12:01:00Z")
        .put("installDateTime", "2026-03-01T12:03:00Z");
    ordered(request);
    told("DownloadScheduled", 8);
    bench.pass(59.9);
    assertEquals(Map.of(), bench.errands);
    bench.pass(0.1);
    told("Downloading", 8);
    bench.end(Errand.Download.class, How.DONE);
    told("Downloaded", 8);
    bench.end(Errand.Verify.class, How.DONE);
    told("SignatureVerified", 8);
    told("InstallScheduled", 8);
    bench.pass(119.9);
    assertEquals(Map.of(), bench.errands);
    bench.pass(0.1);
    told("Installing", 8);
  }

  /** TC_L_05, 06: a certificate that is not the maker's is refused at once, and reported. */
  @Test
  void anInvalidCertificateIsRefused() {
    TestRoot.Signer stranger =
        new TestRoot("Stranger").signer("EC", TestRoot.NOW.plusSeconds(9_000));
    ObjectNode request = order(9, 0);
    ((ObjectNode) request.get("firmware")).put("signingCertificate", stranger.pem());
    assertEquals("InvalidCertificate", ordered(request));
    event("InvalidFirmwareSigningCertificate");
    ObjectNode unsigned = order(10, 0);
    ((ObjectNode) unsigned.get("firmware")).remove("signature");
    assertEquals("Rejected", ordered(unsigned), "half of a signature");
    ((ObjectNode) unsigned.get("firmware")).remove("signingCertificate");
    assertEquals("Rejected", ordered(unsigned), "no signature although the maker is known");
    assertEquals(Map.of(), bench.errands);
  }

  /** TC_L_07, L01.FR.03. */
  @Test
  void anImageThatIsNotTheMakersIsDropped() {
    ordered(order(11, 0));
    told("Downloading", 11);
    bench.end(Errand.Download.class, How.DONE);
    told("Downloaded", 11);
    bench.end(Errand.Verify.class, How.DENIED);
    told("InvalidSignature", 11);
    event("InvalidFirmwareSignature");
    assertEquals(Map.of(), bench.errands);
  }

  /** TC_L_08: tried as often as ordered, with the pause between. */
  @Test
  void aFailedDownloadIsTriedAgain() {
    ordered(order(12, 1));
    told("Downloading", 12);
    bench.end(Errand.Download.class, How.FAILED);
    bench.pass(9.9);
    assertEquals(Map.of(), bench.errands);
    bench.pass(0.1);
    bench.end(Errand.Download.class, How.FAILED);
    told("DownloadFailed", 12);
    bench.pass(60);
    assertEquals(Map.of(), bench.errands);
  }

  /** TC_L_10: a second order takes the place of the first until it is being installed. */
  @Test
  void aSecondOrderReplacesTheFirst() {
    ordered(order(13, 0));
    told("Downloading", 13);
    assertEquals("AcceptedCanceled", ordered(order(14, 0)));
    told("Downloading", 14);
    assertEquals(1, bench.errands.size());
    bench.end(Errand.Download.class, How.DONE);
    told("Downloaded", 14);
    bench.end(Errand.Verify.class, How.DONE);
    told("SignatureVerified", 14);
    told("Installing", 14);
    assertEquals("Rejected", ordered(order(15, 0)), "it is being installed");
  }

  /** TC_L_03, L01.FR.06, FR.07: nobody who charges is cut off; whoever comes new waits. */
  @Test
  void nobodyIsCutOffForAnInstallation() {
    bench.report(
        new StationEvent.ConnectorStatus(
            1, 1, StationEvent.ConnectorStatus.Status.OCCUPIED, Bench.START));
    bench.reply("StatusNotification", "{}");
    bench.report(Bench.transaction(Kind.STARTED, "t", "Authorized"));
    bench.reply("TransactionEvent", "{}");
    ordered(order(16, 0));
    told("Downloading", 16);
    bench.end(Errand.Download.class, How.DONE);
    told("Downloaded", 16);
    bench.end(Errand.Verify.class, How.DONE);
    told("SignatureVerified", 16);
    told("InstallScheduled", 16);
    assertFalse(bench.command(BackOfficeCommand.Availability.class).operative());
    bench.pass(200);
    assertEquals(Map.of(), bench.errands);
    bench.report(Bench.transaction(Kind.ENDED, "t", "StopAuthorized"));
    assertEquals(1, bench.errands.size(), "and begins when the last one ends");
  }

  /** A crash in the middle of a download begins it again. */
  @Test
  void aRestartContinues() {
    ordered(order(17, 0));
    bench.close();
    bench = new Bench(folder).online2();
    bench.end(Errand.Download.class, How.DONE);
    told("Downloaded", 17);
  }

  /** F06, L01.FR.25, FR.26. */
  @Test
  void theStatusIsToldAgainWhenItIsAskedFor() {
    bench.asked("TriggerMessage", "{\"requestedMessage\":\"FirmwareStatusNotification\"}");
    JsonNode idle = bench.reply("FirmwareStatusNotification", "{}");
    assertEquals("Idle", idle.get("status").asText());
    assertFalse(idle.has("requestId"));
    ordered(order(18, 0));
    told("Downloading", 18);
    bench.asked("TriggerMessage", "{\"requestedMessage\":\"FirmwareStatusNotification\"}");
    told("Downloading", 18);
  }

  /** L03, L04: only for local controllers. */
  @Test
  void publishingIsNotSupported() {
    assertEquals(
        "NotSupported",
        bench
            .asked(
                "PublishFirmware",
                "{\"location\":\"http://x/y\",\"checksum\":\"00\",\"requestId\":1}")
            .asText());
    assertEquals(
        "NotSupported", bench.asked("UnpublishFirmware", "{\"checksum\":\"00\"}").asText());
  }

  /** The password of a location is in no text of ours. */
  @Test
  void passwordsOfLocationsAreNotShown() {
    ordered(order(19, 0));
    assertFalse(bench.errands.toString().contains("secret"));
  }

  /** 1.6 and the whitepaper: its own words for the same. */
  @Test
  void signedUpdatesOf16() {
    bench.close();
    bench = new Bench(folder, WireVersion.V16).online2();
    assertEquals(
        "Accepted",
        bench.asked("SignedUpdateFirmware", StrictJson.write(order(20, 0))).get("status").asText());
    JsonNode told = bench.reply("SignedFirmwareStatusNotification", "{}");
    assertEquals("Downloading", told.get("status").asText());
    assertEquals(20, told.get("requestId").asInt());
    bench.asked("ExtendedTriggerMessage", "{\"requestedMessage\":\"FirmwareStatusNotification\"}");
    assertEquals(
        "Downloading",
        bench.reply("SignedFirmwareStatusNotification", "{}").get("status").asText());
  }

  /** 1.6 without the whitepaper: unsigned firmware is refused where the maker is known. */
  @Test
  void unsignedUpdatesOf16() {
    bench.close();
    bench = new Bench(folder, WireVersion.V16).online2();
    String order = "{\"location\":\"ftp://files/f.bin\",\"retrieveDate\":\"2026-03-01T12:00:00Z\"}";
    bench.asked("UpdateFirmware", order);
    assertEquals(
        "DownloadFailed", bench.reply("FirmwareStatusNotification", "{}").get("status").asText());
    bench
        .station
        .certificates()
        .delete(bench.station.certificates().entries(java.util.List.of()).getFirst().name());
    bench.asked("UpdateFirmware", order);
    assertEquals(
        "Downloading", bench.reply("FirmwareStatusNotification", "{}").get("status").asText());
    bench.end(Errand.Download.class, How.DONE);
    assertEquals(
        "Downloaded", bench.reply("FirmwareStatusNotification", "{}").get("status").asText());
    assertEquals(
        "Installing", bench.reply("FirmwareStatusNotification", "{}").get("status").asText());
  }
}
